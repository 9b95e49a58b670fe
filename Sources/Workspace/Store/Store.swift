import GRDB
import Platform

/// The workspace's database: what exists, how it came to be, what is to be done. Pixels lie in files beside it.
///
/// Every change is one transaction that is on the disk when `commit` returns.
struct Store: Sendable {
  private let pool: DatabasePool
  private let path: String
  private let onFault: FaultHook

  /// Opens the database at `path`, making or migrating it as needed.
  ///
  /// Throws: `newerDatabase`, `damagedDatabase`, `databaseBusy`, `folderNotWritable`, `diskFull`.
  init(path: String, onFault: @escaping FaultHook) throws(WorkspaceError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.label = "krafd.store"
    self.path = path
    self.onFault = onFault
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // The pool chooses NORMAL, with which the last commits can be lost in a power cut.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let migrator = DatabaseMigrator.workspace
      guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else {
        throw WorkspaceError.newerDatabase(path: path)
      }
      try migrator.migrate(pool)
    } catch { throw Self.placed(error, path) }
  }

  /// Reads one consistent state; never waits for a writer.
  func read<Result>(_ body: (Snapshot) throws -> Result) throws(WorkspaceError) -> Result {
    do { return try pool.read { try body(Snapshot(database: $0)) } } catch { throw Self.placed(error, path) }
  }

  /// Changes everything that `body` changes, or nothing. The answered event is nil when `body` noted no change.
  func commit<Result>(_ body: (inout Transaction) throws -> Result) throws(WorkspaceError) -> (Result, Event?) {
    onFault(.commit(.begin))
    do {
      let result = try pool.write { database in
        var transaction = Transaction(database: database)
        let result = try body(&transaction)
        let event = try transaction.close()
        onFault(.commit(.written))
        return (result, event)
      }
      onFault(.commit(.end))
      return result
    } catch { throw Self.placed(error, path) }
  }

  /// Waits for what is under way and closes the files.
  func close() {
    try? pool.close()
  }

  private static func placed(_ error: any Error, _ path: String) -> WorkspaceError {
    if let error = error as? WorkspaceError { return error }
    guard let error = error as? DatabaseError else { return .damagedDatabase(path: path, detail: "\(error)") }
    switch error.resultCode {
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .databaseBusy(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .folderNotWritable(path: path)
    case .SQLITE_MISUSE: return .closed
    default: return .damagedDatabase(path: path, detail: error.message ?? "code \(error.resultCode.rawValue)")
    }
  }
}

/// One consistent state of the database; the verbs that read are in the extensions, a table each.
struct Snapshot {
  let database: Database
}

/// A change of the database in the making; the verbs that write are in the extensions, a table each.
struct Transaction {
  let database: Database
  private(set) var changes: [Change] = []

  init(database: Database) { self.database = database }

  /// The state as this transaction sees it.
  var snapshot: Snapshot { Snapshot(database: database) }

  /// Remembers what subscribers are told of, once a thing.
  mutating func note(_ change: Change) {
    if let place = changes.firstIndex(where: { $0.topic == change.topic && $0.id == change.id }) {
      changes.remove(at: place)
    }
    changes.append(change)
  }

  /// The clock of the event that will tell of this transaction.
  func nextClock() throws -> Int64 { try snapshot.clock() + 1 }

  /// Moves the clock by one where something was noted; the last thing a transaction does.
  fileprivate func close() throws -> Event? {
    guard !changes.isEmpty else { return nil }
    try database.execute(sql: "UPDATE clock SET value = value + 1")
    return Event(clock: try snapshot.clock(), changes: changes)
  }
}

extension Snapshot {
  /// The clock of the last event.
  func clock() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT value FROM clock") ?? 0
  }
}
