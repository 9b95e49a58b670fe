import GRDB
import Platform

extension Snapshot {
  /// The nodes on the canvas, or those in the trash; the oldest first.
  func canvasNodes(trashed: Bool = false) throws -> [CanvasNode] {
    try nodes("trashed IS \(trashed ? "NOT " : "")NULL ORDER BY id", [])
  }

  /// The node of this number, also when it is in the trash.
  func canvasNode(_ id: Int64) throws -> CanvasNode? { try nodes("id = ?", [id]).first }

  /// What lies in a group.
  func members(ofGroup id: Int64) throws -> [CanvasNode] { try nodes("parent = ? ORDER BY id", [id]) }

  /// The nodes on the canvas that show this picture, the oldest first.
  func canvasNodes(showing asset: AssetID) throws -> [CanvasNode] {
    try nodes("asset = ? AND trashed IS NULL ORDER BY id", [asset.hex])
  }

  /// The nodes of one kind on the canvas that belong to a product, and to a shot of it where one is given.
  func canvasNodes(_ kind: CanvasNode.Kind, of product: ProductID?, shot: String? = nil) throws -> [CanvasNode] {
    try nodes(
      "product IS ?1 AND (?2 IS NULL OR shot = ?2) AND kind = ?3 AND trashed IS NULL ORDER BY id",
      [product?.rawValue, shot, kind.rawValue])
  }

  /// The lines between nodes that are all on the canvas, or all in the trash.
  func canvasEdges(trashed: Bool = false) throws -> [CanvasEdge] {
    let condition = trashed ? "NOT NULL" : "NULL"
    return try Array(
      Row.fetchCursor(
        database,
        sql: """
          SELECT e.source, e.target, e.operation FROM canvasEdges e
          JOIN canvasNodes s ON s.id = e.source JOIN canvasNodes t ON t.id = e.target
          WHERE s.trashed IS \(condition) AND t.trashed IS \(condition) ORDER BY e.target, e.source
          """
      ).map { CanvasEdge(source: $0[0], target: $0[1], operation: $0[2]) })
  }

  /// The lines from a node.
  func canvasEdges(from node: Int64) throws -> [CanvasEdge] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT source, target, operation FROM canvasEdges WHERE source = ? ORDER BY target"), arguments: [node]
    ).map { CanvasEdge(source: $0[0], target: $0[1], operation: $0[2]) }
  }

  /// What people decided about the pictures on the canvas.
  func canvasVerdicts() throws -> [AssetID: Verdict.Kind] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT asset, kind FROM verdicts WHERE asset IN (SELECT asset FROM canvasNodes)")
    var found: [AssetID: Verdict.Kind] = [:]
    while let row = try rows.next() { found[try AssetID(row, column: "asset")] = try row.word("kind") }
    return found
  }

  /// The nodes on the canvas whose words begin with those of `query`, the best first.
  func canvasNodes(matching query: String, limit: Int) throws -> [CanvasNode] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: query) else { return [] }
    let ids = try Int64.fetchAll(
      database,
      sql: """
        SELECT w.rowid FROM canvasWords w JOIN canvasNodes n ON n.id = w.rowid
        WHERE canvasWords MATCH ? AND n.trashed IS NULL ORDER BY bm25(canvasWords, 4, 1, 4, 2), w.rowid LIMIT ?
        """,
      arguments: [pattern, limit])
    return try ids.compactMap { try canvasNode($0) }
  }

  /// Whether a node on the canvas covers a part of this frame.
  func isTaken(_ frame: CanvasFrame) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM canvasNodes
            WHERE x < ?3 AND x + width > ?1 AND y < ?4 AND y + height > ?2 AND trashed IS NULL AND kind <> 'group')
          """), arguments: [frame.x, frame.y, frame.maxX, frame.maxY]) ?? false
  }

  /// The lower end of everything on the canvas; nil when it is empty.
  func canvasBottom() throws -> Double? {
    try Double.fetchOne(database, sql: "SELECT max(y + height) FROM canvasNodes WHERE trashed IS NULL")
  }

  private func nodes(_ condition: String, _ arguments: StatementArguments) throws -> [CanvasNode] {
    let sql = "SELECT \(CanvasNode.columns) FROM canvasNodes WHERE \(condition)"
    return try Array(
      Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments).map(CanvasNode.init))
  }
}

extension Transaction {
  /// Adds a node, gives it its number, and answers it; `id` and `version` of `node` do not count.
  mutating func add(_ node: CanvasNode) throws -> CanvasNode {
    let state = node.state
    try database.execute(
      sql: """
        INSERT INTO canvasNodes (kind, asset, product, shot, job, title, text, tags, x, y, width, height, parent,
          stale, created, trashed, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        node.kind.rawValue, node.asset?.hex, node.product?.rawValue, node.shot, node.job?.rawValue, state.title,
        state.text, lines(state.tags), state.frame.x, state.frame.y, state.frame.width, state.frame.height,
        state.group, node.isStale, node.created.millisecondsSince1970, state.trashed?.millisecondsSince1970,
        try nextClock(),
      ])
    var added = node
    added.id = database.lastInsertedRowID
    added.version = try nextClock()
    note(Change(.canvas, String(added.id)))
    return added
  }

  /// Writes down what people changed about a node.
  mutating func set(_ state: CanvasState, of node: Int64) throws {
    try database.execute(
      sql: """
        UPDATE canvasNodes SET title = ?, text = ?, tags = ?, x = ?, y = ?, width = ?, height = ?, parent = ?,
          trashed = ?, version = ? WHERE id = ?
        """,
      arguments: [
        state.title, state.text, lines(state.tags), state.frame.x, state.frame.y, state.frame.width,
        state.frame.height, state.group, state.trashed?.millisecondsSince1970, try nextClock(), node,
      ])
    note(Change(.canvas, String(node)))
  }

  /// Writes down whether a picture is made from what the shot list says now.
  mutating func setStale(_ isStale: Bool, node: Int64) throws {
    try database.execute(sql: "UPDATE canvasNodes SET stale = ? WHERE id = ?", arguments: [isStale, node])
    note(Change(.canvas, String(node)))
  }

  /// Adds a line. One that is there already stays as it is.
  func add(_ edge: CanvasEdge) throws {
    try database.execute(
      sql: "INSERT INTO canvasEdges (source, target, operation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [edge.source, edge.target, edge.operation])
  }
}

extension CanvasNode {
  /// In the order in which `init` reads them: by place, which is faster than by name.
  fileprivate static let columns = """
    id, kind, asset, product, shot, job, title, text, tags, x, y, width, height, parent, stale, created, trashed, version
    """

  fileprivate init(_ row: Row) throws {
    self.init(
      id: row[0], kind: try row.word("kind"),
      asset: try (row[2] as String?).map { _ in try AssetID(row, column: "asset") },
      product: (row[3] as String?).map(ProductID.init(rawValue:)), shot: row[4],
      job: (row[5] as String?).map(JobID.init(rawValue:)),
      state: CanvasState(
        title: row[6], text: row[7], tags: sentences(row[8]),
        frame: CanvasFrame(x: row[9], y: row[10], width: row[11], height: row[12]), group: row[13],
        trashed: (row[16] as Int64?).map(WallTime.init(millisecondsSince1970:))),
      isStale: row[14], created: WallTime(millisecondsSince1970: row[15]), version: row[17])
  }
}
