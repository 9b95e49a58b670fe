import GRDB

extension Snapshot {
  /// What can become stale of a product's nodes on the canvas, the oldest first: pictures that jobs made, and photos that
  /// krafd put there.
  func madeNodes(of product: ProductID) throws -> [MadeNode] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT n.id, n.kind, n.shot, n.asset, n.stale, coalesce(j.listed, j.fingerprint) AS listed, j.inputs
        FROM canvasNodes n LEFT JOIN jobs j ON j.id = n.job
        WHERE n.product = ?1 AND n.trashed IS NULL AND (
          n.kind IN ('output', 'variation', 'edit')
          OR EXISTS (SELECT 1 FROM canvasEdges e WHERE e.target = n.id AND e.operation = 'reference'))
        ORDER BY n.id
        """,
      arguments: [product.rawValue]
    ).map { row in
      MadeNode(
        id: row["id"], kind: try row.word("kind"), shot: row["shot"],
        asset: try (row["asset"] as String?).map { _ in try AssetID(row, column: "asset") }, isStale: row["stale"],
        listed: row["listed"], inputs: row["inputs"])
    }
  }
}
