import GRDB
import Platform

extension Snapshot {
  /// The requests of the jobs that wait or run.
  func openRequests() throws -> [String] {
    try String.fetchAll(database, sql: "SELECT request FROM jobs WHERE state IN ('queued', 'running')")
  }

  /// What was put into the trash up to a moment and may go.
  ///
  /// - `read`: the pictures that open jobs read.
  func trash(before cutoff: Int64, readByJobs read: Set<AssetID>) throws -> TrashContent {
    let nodes = try trashedNodes(before: cutoff)
    var items: [AssetID: Garbage.Item] = [:]
    let made = try assetIDs("SELECT DISTINCT target FROM edges")
    let shown = try assetIDs("SELECT DISTINCT asset FROM canvasNodes WHERE asset IS NOT NULL")
    let rows = try Row.fetchCursor(database, sql: "SELECT id, kind FROM assets WHERE removed IS NULL")
    while let row = try rows.next() {
      let id = try AssetID(row, column: "id")
      let kind: AssetKind = try row.word("kind")
      items[id] = Garbage.Item(isBetween: kind != .photo && made.contains(id) && !shown.contains(id))
    }
    let remaining = Set(
      try Row.fetchAll(database, sql: "SELECT id, asset FROM canvasNodes WHERE asset IS NOT NULL")
        .filter { !nodes.contains($0[0]) }.map { try AssetID($0, column: "asset") })
    let held = try assetIDs(
      """
      SELECT asset FROM verdicts WHERE kind = 'accepted'
      UNION SELECT asset FROM productReferences WHERE asset IS NOT NULL
      """)
    for id in shown where !remaining.contains(id) { items[id]?.isTrashed = true }
    for id in remaining.union(held).union(read) { items[id]?.isHeld = true }
    let edges = try Row.fetchAll(database, sql: "SELECT DISTINCT source, target FROM edges").map {
      (source: try AssetID($0, column: "source"), target: try AssetID($0, column: "target"))
    }.filter { items[$0.source] != nil && items[$0.target] != nil }
    let gone = Garbage.names(items, made: edges)
    return TrashContent(nodes: nodes, pictures: gone, kept: Set(items.keys).subtracting(gone))
  }

  /// The nodes in the trash of which nothing came that stays.
  private func trashedNodes(before cutoff: Int64) throws -> Set<Int64> {
    let rows = try Row.fetchAll(database, sql: "SELECT id, trashed FROM canvasNodes")
    var items: [Int64: Garbage.Item] = [:]
    for row in rows {
      let trashed: Int64? = row[1]
      items[row[0]] = Garbage.Item(isTrashed: trashed.map { $0 <= cutoff } ?? false)
    }
    let edges = try Row.fetchAll(database, sql: "SELECT source, target FROM canvasEdges").map {
      (source: $0[0] as Int64, target: $0[1] as Int64)
    }
    return Garbage.names(items, made: edges)
  }

  private func assetIDs(_ sql: String) throws -> Set<AssetID> {
    Set(try String.fetchAll(database, sql: sql).compactMap { AssetID($0) })
  }
}

extension Transaction {
  /// Forgets nodes for good, and notes that the files of pictures are no longer there.
  mutating func throwAway(_ trash: TrashContent, now: WallTime) throws {
    for node in trash.nodes.sorted() {
      try database.execute(sql: "UPDATE canvasNodes SET parent = NULL WHERE parent = ?", arguments: [node])
      try database.execute(sql: "DELETE FROM canvasNodes WHERE id = ?", arguments: [node])
      note(Change(.canvas, String(node)))
    }
    for picture in trash.pictures.sorted(by: { $0.hex < $1.hex }) {
      try database.execute(
        sql: "UPDATE assets SET removed = ? WHERE id = ?", arguments: [now.millisecondsSince1970, picture.hex])
      note(Change(.asset, picture.hex))
    }
  }
}
