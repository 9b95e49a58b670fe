import GRDB
import Imaging
import Platform

extension Snapshot {
  /// The asset of this name.
  func asset(_ id: AssetID) throws -> Asset? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM assets WHERE id = ?"), arguments: [id.hex]
    ).map(Asset.init)
  }

  /// The newest assets first; nil means any.
  func assets(kind: AssetKind?, product: ProductID?, limit: Int) throws -> [Asset] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM assets WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR product = ?2)
        ORDER BY created DESC, id LIMIT ?3
        """,
      arguments: [kind?.rawValue, product?.rawValue, limit]
    ).map(Asset.init)
  }

  /// Every step that led to `id`, and every step that started from it, nearest first and each once.
  func lineage(of id: AssetID) throws -> [LineageEdge] {
    try edges(towards: id, near: "target", far: "source") + edges(towards: id, near: "source", far: "target")
  }

  /// The pictures on the canvas, by name.
  func canvasAssets() throws -> [AssetID: Asset] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM assets WHERE id IN (SELECT asset FROM canvasNodes)")
    var found: [AssetID: Asset] = [:]
    while let asset = try rows.next().map(Asset.init) { found[asset.id] = asset }
    return found
  }

  /// The steps between pictures on the canvas. The plus keeps SQLite from trying every target with every source.
  func canvasEdges() throws -> [LineageEdge] {
    try Array(
      Row.fetchCursor(
        database,
        sql: """
          SELECT * FROM edges
          WHERE target IN (SELECT asset FROM canvasNodes) AND +source IN (SELECT asset FROM canvasNodes)
          ORDER BY target, source, operation, parameters
          """
      ).map(LineageEdge.init))
  }

  /// The cut-out of `photo` that was made with these parameters.
  func cutout(of photo: AssetID, parameters: String) throws -> Asset? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT assets.* FROM assets JOIN edges ON edges.target = assets.id
        WHERE edges.source = ? AND edges.operation = 'cutout' AND edges.parameters = ?
        """,
      arguments: [photo.hex, parameters]
    ).map(Asset.init)
  }

  /// Walks the edges breadth first from the column `near` to the column `far`. Each picture is visited once, so a
  /// circle of edges ends too.
  private func edges(towards id: AssetID, near: String, far: String) throws -> [LineageEdge] {
    var found: [LineageEdge] = []
    var seen: Set<AssetID> = [id]
    var front = [id]
    while !front.isEmpty {
      var next: [AssetID] = []
      for asset in front {
        let sql = "SELECT * FROM edges WHERE \(near) = ? ORDER BY \(far), operation, parameters"
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
  /// Adds an asset. One with these bytes that is there already stays as it is, but for how sure the method is of it.
  mutating func add(_ asset: Asset) throws {
    try database.execute(
      sql: """
        INSERT INTO assets (id, kind, format, width, height, byteCount, created, confidence, reasons, product)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET confidence = excluded.confidence, reasons = excluded.reasons
          WHERE excluded.confidence IS NOT NULL AND assets.confidence IS NOT excluded.confidence
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
