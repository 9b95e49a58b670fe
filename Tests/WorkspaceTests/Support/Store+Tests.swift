import GRDB

@testable import Workspace

extension Store {
  /// Makes the database look as if a newer krafd had migrated it.
  static func addUnknownMigration(to path: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')") }
    try queue.close()
  }
}
