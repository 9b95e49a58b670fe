import GRDB
import Glibc

@testable import Workspace

extension Store {
  /// Makes the database look as if a newer krafd had migrated it.
  static func addUnknownMigration(to path: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')") }
    try queue.close()
  }

  /// A database of before the canvas had kinds of nodes: a picture of a shot and a crop of it.
  static func makeOlderDatabase(in place: Place) throws {
    mkdir(place.path(".kraf"), 0o700)
    let queue = try DatabaseQueue(path: place.path(".kraf/workspace.sqlite"))
    try DatabaseMigrator.workspace.migrate(queue, upTo: "3 verdicts")
    let (first, second) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
    try queue.write { database in
      for (id, size) in [(first, 200), (second, 100)] {
        try database.execute(
          sql: """
            INSERT INTO assets (id, kind, format, width, height, byteCount, created, reasons)
            VALUES (?, 'output', 'png', ?, 200, 9, 0, '')
            """, arguments: [id, size])
      }
      try database.execute(
        sql: "INSERT INTO edges (source, target, operation, parameters) VALUES (?, ?, 'crop', '{}')",
        arguments: [first, second])
      for (id, title, shot) in [(first, "hero · hard-sun", "hero"), (second, "crop", nil)] {
        try database.execute(
          sql: "INSERT INTO canvasNodes (asset, title, shot, x, y, created) VALUES (?, ?, ?, 640, 0, 0)",
          arguments: [id, title, shot])
      }
    }
    try queue.close()
  }

  /// How many steps of history lead to a picture, whether it still exists or not.
  func edgeCount(target: AssetID) throws -> Int {
    try read { snapshot in
      try Int.fetchOne(
        snapshot.database, sql: "SELECT count(*) FROM edges WHERE target = ?", arguments: [target.hex]) ?? 0
    }
  }
}
