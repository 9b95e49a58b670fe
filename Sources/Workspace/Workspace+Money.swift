public import Generation
public import Platform

extension Workspace {
  /// What every try of every job was expected to cost and did cost, the oldest first; of many the newest `limit`.
  public nonisolated func ledger(since: WallTime? = nil, limit: Int = 10_000) throws(WorkspaceError) -> [LedgerEntry] {
    let limit = min(max(limit, 0), 100_000)
    return try store.read { try $0.ledger(since: since, limit: limit) }
  }

  /// The limits that were set for the workspace, with what is used of them now.
  public nonisolated func budgets() throws(WorkspaceError) -> [BudgetUse] {
    let now = tools.clock.now
    return try store.read { try $0.budgets(now: now) }
  }

  /// What was ever paid in this workspace, and the most that what is open or unknown may have cost, in micro-dollars.
  public nonisolated func usedMicros() throws(WorkspaceError) -> Int64 {
    try store.read { try $0.usedMicros(since: nil) }
  }

  /// Sets the limit of the whole workspace or of a calendar month; nil lifts it.
  ///
  /// Throws: `badBudget` for another scope, and below 0.
  public func setBudget(_ scope: BudgetScope, micros: Int64?) throws(WorkspaceError) {
    guard scope == .workspace || scope == .month, micros ?? 0 >= 0 else { throw .badBudget }
    try commit { try $0.setBudget(scope, micros: micros) }
  }
}

extension Transaction {
  /// Throws: `overBudget` when the workspace's budgets have no room for the most that work may cost.
  ///
  /// Work that is free always has room, even where a limit was lowered below what is used.
  func checkBudgets(for price: PriceRange, now: WallTime) throws {
    guard price.highMicros > 0 else { return }
    if let refusal = try snapshot.budgets(now: now).lazy.compactMap({ $0.refusal(of: price) }).first {
      throw WorkspaceError.overBudget(refusal)
    }
  }

  /// Writes down that a job ended without an answer: nothing was paid unless a paid request was under way.
  func closeUnpaid(_ id: JobID, now: WallTime) throws {
    let mayHaveSpent = try snapshot.job(id)?.mayHaveSpent ?? false
    try close(id, mayHaveSpent ? .unknown : .paid(0), now: now)
  }
}
