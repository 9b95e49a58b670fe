import GRDB
import Generation
import Platform

extension Snapshot {
  /// The entries since a moment, the oldest first; of many the newest `limit`.
  func ledger(since: WallTime?, limit: Int) throws -> [LedgerEntry] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT ledger.*, jobs.title, jobs.document, jobs.shot FROM ledger JOIN jobs ON jobs.id = ledger.job
        WHERE ledger.created >= ? ORDER BY ledger.number DESC LIMIT ?
        """,
      arguments: [since?.millisecondsSince1970 ?? .min, limit]
    ).reversed().map(LedgerEntry.init)
  }

  /// What was paid since a moment, and the most that what is open or unknown may have cost.
  func usedMicros(since: WallTime?) throws -> Int64 {
    try Int64.fetchOne(
      database, sql: "SELECT total(coalesce(actualMicros, highMicros)) FROM ledger WHERE created >= ?",
      arguments: [since?.millisecondsSince1970 ?? .min]) ?? 0
  }

  /// What the last try of a job was expected to cost.
  func estimate(of job: JobID) throws -> PriceRange {
    try Row.fetchOne(
      database, sql: "SELECT lowMicros, highMicros FROM ledger WHERE job = ? ORDER BY number DESC LIMIT 1",
      arguments: [job.rawValue]
    ).map { PriceRange(lowMicros: $0["lowMicros"], highMicros: $0["highMicros"]) } ?? .free
  }

  /// The limits that were set for the workspace, with what is used of them at `now`.
  func budgets(now: WallTime) throws -> [BudgetUse] {
    try Row.fetchAll(database, sql: "SELECT scope, micros FROM budgets ORDER BY scope DESC").map { row in
      let scope: BudgetScope = try row.word("scope")
      return BudgetUse(
        scope, limitMicros: row["micros"], usedMicros: try usedMicros(since: scope == .month ? now.startOfMonth : nil))
    }
  }
}

extension Transaction {
  /// Writes down what a job is expected to cost.
  func open(_ estimate: Estimate, for job: JobID, now: WallTime) throws {
    try database.execute(
      sql: """
        INSERT INTO ledger (job, model, arithmetic, lowMicros, highMicros, state, created)
        VALUES (?, ?, ?, ?, ?, 'open', ?)
        """,
      arguments: [
        job.rawValue, estimate.model, estimate.arithmetic, estimate.price.lowMicros, estimate.price.highMicros,
        now.millisecondsSince1970,
      ])
  }

  /// Writes down what became of a job's money; does nothing when that was done.
  func close(_ job: JobID, _ payment: Payment, now: WallTime) throws {
    let (state, actual): (LedgerEntry.State, Int64?) =
      switch payment {
      case .paid(let micros): (.paid, micros)
      case .unknown: (.unknown, nil)
      }
    try database.execute(
      sql: "UPDATE ledger SET state = ?, actualMicros = ?, closed = ? WHERE job = ? AND state = 'open'",
      arguments: [state.rawValue, actual, now.millisecondsSince1970, job.rawValue])
  }

  /// Opens an entry for another try of a job, with the estimate of its last.
  func reopen(_ job: JobID, now: WallTime) throws {
    try database.execute(
      sql: """
        INSERT INTO ledger (job, model, arithmetic, lowMicros, highMicros, state, created)
        SELECT job, model, arithmetic, lowMicros, highMicros, 'open', ? FROM ledger WHERE job = ?
        ORDER BY number DESC LIMIT 1
        """,
      arguments: [now.millisecondsSince1970, job.rawValue])
  }

  /// Sets a limit, or lifts it.
  func setBudget(_ scope: BudgetScope, micros: Int64?) throws {
    guard let micros else {
      return try database.execute(sql: "DELETE FROM budgets WHERE scope = ?", arguments: [scope.rawValue])
    }
    try database.execute(
      sql: "INSERT INTO budgets VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET micros = excluded.micros",
      arguments: [scope.rawValue, micros])
  }
}

extension LedgerEntry {
  fileprivate init(_ row: Row) throws {
    self.init(
      number: row["number"], job: JobID(rawValue: row["job"]), title: row["title"], document: row["document"],
      shot: row["shot"], model: row["model"],
      estimate: PriceRange(lowMicros: row["lowMicros"], highMicros: row["highMicros"]),
      arithmetic: row["arithmetic"], actualMicros: row["actualMicros"], state: try row.word("state"),
      created: WallTime(millisecondsSince1970: row["created"]),
      closed: (row["closed"] as Int64?).map(WallTime.init(millisecondsSince1970:)))
  }
}
