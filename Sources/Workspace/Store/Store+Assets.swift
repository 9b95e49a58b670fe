import GRDB
import Imaging
import Platform

extension Snapshot {
  /// The asset of this name.
  func asset(_ id: AssetID) throws -> Asset? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM assets WHERE id = ? AND removed IS NULL"), arguments: [id.hex]
    ).map(Asset.init)
  }

  /// The newest assets first; nil means any.
  func assets(kind: AssetKind?, product: ProductID?, limit: Int) throws -> [Asset] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM assets WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR product = ?2) AND removed IS NULL
        ORDER BY created DESC, id LIMIT ?3
        """,
      arguments: [kind?.rawValue, product?.rawValue, limit]
    ).map(Asset.init)
  }

  /// How many assets there are.
  func assetCount() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM assets WHERE removed IS NULL") ?? 0
  }

  /// Every step that led to `id`, and every step that started from it, nearest first and each once.
  func lineage(of id: AssetID) throws -> [LineageEdge] {
    try edges(towards: id, near: "target", far: "source") + edges(towards: id, near: "source", far: "target")
  }

  /// The photos that a model made a picture from, before the edits after it.
  func sources(of output: AssetID) throws -> [Asset] {
    let edges = try edges(towards: output, near: "target", far: "source")
    return try edges.filter { $0.operation == "generate" }.compactMap { try asset($0.source) }
  }

  /// The photo that a product was cut out of; any other picture itself.
  func photo(of source: Asset) throws -> Asset {
    guard source.kind == .cutout else { return source }
    let edges = try edges(towards: source.id, near: "target", far: "source")
    return try edges.first { $0.target == source.id && $0.operation == "cutout" }.flatMap { try asset($0.source) }
      ?? source
  }

  /// The cut-out of `photo` that was made with these parameters.
  func cutout(of photo: AssetID, parameters: String) throws -> Asset? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT assets.* FROM assets JOIN edges ON edges.target = assets.id
        WHERE edges.source = ? AND edges.operation = 'cutout' AND edges.parameters = ? AND assets.removed IS NULL
        """,
      arguments: [photo.hex, parameters]
    ).map(Asset.init)
  }

  /// Walks the edges breadth first from the column `near` to the column `far`, as far as the pictures still exist. Each is
  /// visited once, so a circle of edges ends too.
  private func edges(towards id: AssetID, near: String, far: String) throws -> [LineageEdge] {
    var found: [LineageEdge] = []
    var seen: Set<AssetID> = [id]
    var front = [id]
    while !front.isEmpty {
      var next: [AssetID] = []
      for asset in front {
        let sql = """
          SELECT edges.* FROM edges JOIN assets ON assets.id = \(far)
          WHERE \(near) = ? AND removed IS NULL ORDER BY \(far), operation, parameters
          """
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [asset.hex]) {
          found.append(try LineageEdge(row))
          let other = try AssetID(row, column: far)
          if seen.insert(other).inserted { next.append(other) }
        }
      }
      front = next
    }
    return found
  }
}

extension Transaction {
  /// Adds an asset. One with these bytes that is there already stays as it is, but for how sure the method is of it; one
  /// that was thrown away is back.
  mutating func add(_ asset: Asset) throws {
    try database.execute(
      sql: """
        INSERT INTO assets (id, kind, format, width, height, byteCount, created, confidence, reasons, product)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET confidence = excluded.confidence, reasons = excluded.reasons, removed = NULL
          WHERE (excluded.confidence IS NOT NULL AND assets.confidence IS NOT excluded.confidence)
            OR assets.removed IS NOT NULL
        """,
      arguments: [
        asset.id.hex, asset.kind.rawValue, asset.format.rawValue, asset.width, asset.height, asset.byteCount,
        asset.created.millisecondsSince1970, asset.confidence, lines(asset.reasons), asset.product?.rawValue,
      ])
    if database.changesCount > 0 { note(Change(.asset, asset.id.hex)) }
  }

  /// Adds a step of history. One that is there already stays as it is.
  func add(_ edge: LineageEdge) throws {
    try database.execute(
      sql: """
        INSERT INTO edges (source, target, operation, parameters, job) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [edge.source.hex, edge.target.hex, edge.operation, edge.parameters, edge.job?.rawValue])
  }
}

extension Asset {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try AssetID(row, column: "id"), kind: try row.word("kind"), format: try row.word("format"),
      width: row["width"], height: row["height"], byteCount: row["byteCount"],
      created: WallTime(millisecondsSince1970: row["created"]), confidence: row["confidence"],
      reasons: sentences(row["reasons"]), product: (row["product"] as String?).map(ProductID.init(rawValue:)))
  }
}

extension LineageEdge {
  fileprivate init(_ row: Row) throws {
    self.init(
      source: try AssetID(row, column: "source"), target: try AssetID(row, column: "target"),
      operation: row["operation"], parameters: row["parameters"],
      job: (row["job"] as String?).map(JobID.init(rawValue:)))
  }
}
