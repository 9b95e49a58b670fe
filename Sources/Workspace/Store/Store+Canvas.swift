import GRDB
import Platform

extension Snapshot {
  /// All nodes, the oldest first.
  func canvasNodes() throws -> [CanvasNode] {
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM canvasNodes ORDER BY id").map { row in
      CanvasNode(
        id: row["id"], asset: try AssetID(row, column: "asset"), title: row["title"],
        product: (row["product"] as String?).map(ProductID.init(rawValue:)), shot: row["shot"],
        job: (row["job"] as String?).map(JobID.init(rawValue:)), x: row["x"], y: row["y"],
        created: WallTime(millisecondsSince1970: row["created"]))
    }
    return try Array(rows)
  }
}

extension Snapshot {
  /// Whether a picture stands on the canvas for this shot.
  func isOnCanvas(_ asset: AssetID, product: ProductID?, shot: String?) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM canvasNodes WHERE asset = ? AND product IS ? AND shot IS ?)",
      arguments: [asset.hex, product?.rawValue, shot]) ?? false
  }
}

extension Transaction {
  /// Adds a node and gives it a number and a place; those of `node` do not count.
  ///
  /// A row of the canvas is a shot of a product, a new picture comes to its right end, and rows follow each other in
  /// the order of their first picture. Cells are 640 × 640 units.
  mutating func place(_ node: CanvasNode) throws {
    let row = try Double.fetchOne(
      database,
      sql: "SELECT y FROM canvasNodes WHERE product IS ? AND shot IS ? ORDER BY id LIMIT 1",
      arguments: [node.product?.rawValue, node.shot])
    let below = try Double.fetchOne(database, sql: "SELECT max(y) + 640 FROM canvasNodes")
    let y = row ?? below ?? 0
    let right = try Double.fetchOne(database, sql: "SELECT max(x) + 640 FROM canvasNodes WHERE y = ?", arguments: [y])
    try database.execute(
      sql: "INSERT INTO canvasNodes (asset, title, product, shot, job, x, y, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        node.asset.hex, node.title, node.product?.rawValue, node.shot, node.job?.rawValue, right ?? 0, y,
        node.created.millisecondsSince1970,
      ])
    note(Change(.canvas, String(database.lastInsertedRowID)))
  }
}
