import Catalog
import GRDB
import Generation
import Platform
import Testing

@testable import Workspace

extension Place {
  /// The bottle with a paid model: a picture costs .001 to .002 dollars, and .0015 when it is made.
  fileprivate func paid(_ failures: [GenerationError] = [], gate: Gate? = nil) throws -> FlatProvider {
    try bottle()
    return FlatProvider(price: .perImage, failures: failures, gate: gate)
  }
}

/// Nothing is spent above a budget, and what was spent is kept.
@Suite struct MoneyTests {
  @Test func theLedgerHoldsEstimateAndActualOfEveryTry() async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid())

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    let ledger = try workspace.ledger()
    #expect(ledger.map(\.job) == jobs.map(\.id))
    #expect(ledger.map(\.shot) == ["hero", "detail-lid"])
    #expect(ledger.map(\.estimate.lowMicros) == [1000, 2000])
    #expect(ledger.map(\.estimate.highMicros) == [2000, 4000])
    #expect(ledger.map(\.arithmetic) == ["1 picture × $0.001 to $0.002", "2 pictures × $0.001 to $0.002"])
    #expect(ledger.map(\.actualMicros) == [1500, 1500])
    #expect(ledger.map(\.state) == [.paid, .paid])
    #expect(try workspace.usedMicros() == 3000)
    await workspace.close()
  }

  @Test func whatIsTakenAgainCostsNothing() async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid())
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    let plan = try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "plan"))
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))

    #expect(plan.price == .free)
    #expect(try workspace.ledger().map(\.actualMicros) == [1500, 0])
    await workspace.close()
  }

  @Test(arguments: [
    (GenerationError.refused(reason: "policy"), LedgerEntry.State.paid, Int64?.some(0)),
    (.unsupported(what: "mask"), .paid, 0),
    (.badReply(detail: "HTTP 500"), .unknown, nil),
    (.failed(detail: "no answer"), .unknown, nil),
  ])
  func aFailureIsUnpaidOnlyWhereNothingCanHaveBeenBilled(
    error: GenerationError, state: LedgerEntry.State, actual: Int64?
  ) async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid([error]))

    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    #expect(job.state == .failed)
    #expect(try workspace.ledger().map(\.state) == [state])
    #expect(try workspace.ledger().map(\.actualMicros) == [actual])
    #expect(try workspace.usedMicros() == actual ?? 2000)
    await workspace.close()
  }

  @Test func aRetryIsAnEntryOfItsOwn() async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid([.badReply(detail: "")]))
    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    try await workspace.retry(job.id)
    _ = try await workspace.wait(for: job.id)

    #expect(try workspace.ledger().map(\.state) == [.unknown, .paid])
    #expect(try workspace.ledger().map(\.actualMicros) == [nil, 1500])
    await workspace.close()
  }

  @Test func cancellingWhatWaitsCostsNothingAndWhatWasSentMayHave() async throws {
    let place = try Place()
    let gate = Gate()
    let workspace = try await place.open(try place.paid(gate: gate))
    let jobs = try await workspace.generate(GenerateOrder("bottle.kraf", key: "k")).jobs
    await gate.someoneArrived()

    for job in jobs.reversed() { try await workspace.cancel(job.id) }

    #expect(try workspace.ledger().map(\.state) == [.unknown, .paid])
    #expect(try workspace.ledger().map(\.actualMicros) == [nil, 0])
    gate.open()
    await workspace.close()
  }

  @Test(arguments: [
    (BudgetScope.workspace, Int64(5999), false), (.workspace, 6000, true), (.month, 5999, false), (.month, 6000, true),
  ])
  func anOrderAboveABudgetOfTheWorkspaceIsRefusedWhole(scope: BudgetScope, limit: Int64, fits: Bool) async throws {
    let place = try Place()
    let provider = try place.paid()
    let workspace = try await place.open(provider)
    try await workspace.setBudget(scope, micros: limit)
    let order = GenerateOrder("bottle.kraf", key: "k")

    #expect((try workspace.plan(order).refusal == nil) == fits)
    if fits {
      #expect(try await workspace.made(order).map(\.state) == [.done, .done])
    } else {
      let refusal = BudgetRefusal(budget: BudgetUse(scope, limitMicros: limit), neededMicros: 6000)
      await #expect(throws: WorkspaceError.overBudget(refusal)) { try await workspace.generate(order) }
      #expect(provider.asked.isEmpty)
      #expect(try workspace.jobs().isEmpty && workspace.ledger().isEmpty)
    }
    await workspace.close()
  }

  @Test func whatIsUnderWayCountsAsItsMost() async throws {
    let place = try Place()
    let gate = Gate()
    let workspace = try await place.open(try place.paid(gate: gate))
    try await workspace.setBudget(.workspace, micros: 5000)
    _ = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    await gate.someoneArrived()

    // 2000 are under way, and 4000 more do not fit.
    await #expect(throws: WorkspaceError.self) {
      try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["detail-lid"], key: "l"))
    }
    #expect(try workspace.budgets() == [BudgetUse(.workspace, limitMicros: 5000, usedMicros: 2000)])
    gate.open()
    await workspace.close()
  }

  @Test func lastMonthsMoneyDoesNotCountForThisMonth() async throws {
    let place = try Place()
    var tools = WorkspaceTools.tests(try place.paid())
    let days = Day1970()
    tools.clock = WallClock { days.now }
    let workspace = try await place.open(tools)
    try await workspace.setBudget(.month, micros: 2000)
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "l")
    order.isFresh = true

    await #expect(throws: WorkspaceError.self) { try await workspace.generate(order) }
    days.goOn(31)
    #expect(try await workspace.made(order).map(\.state) == [.done])
    #expect(try workspace.budgets().map(\.usedMicros) == [1500])
    await workspace.close()
  }

  @Test(arguments: [("budget: 0.5 credits", true), ("budget: 0.001 USD", false), ("budget: 0.002 EUR", true)])
  func theShotListsOwnBudgetIsForOneRun(line: String, fits: Bool) async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid())
    try place.bottle(bottleText.replacing("# Bottle\n", with: "# Bottle\n\n\(line)\n"))

    let plan = try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    #expect((plan.refusal == nil) == fits)
    #expect(fits || plan.refusal?.budget.scope == .file)
    await workspace.close()
  }

  @Test func theOrdersOwnBudgetIsKept() async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid())
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")
    order.budgetMicros = 1999

    #expect(try workspace.plan(order).refusal?.budget.scope == .run)
    await #expect(throws: WorkspaceError.self) { try await workspace.generate(order) }
    order.budgetMicros = 2000
    #expect(try await workspace.made(order).map(\.state) == [.done])
    await workspace.close()
  }

  @Test func freeWorkIsDoneWhateverTheBudget() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    try await workspace.setBudget(.workspace, micros: 0)

    #expect(try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).map(\.state) == [.done])
    await workspace.close()
  }

  @Test func aBudgetIsForTheWorkspaceOrAMonthAndNotBelowNothing() async throws {
    let place = try Place()
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.badBudget) { try await workspace.setBudget(.run, micros: 1) }
    await #expect(throws: WorkspaceError.badBudget) { try await workspace.setBudget(.month, micros: -1) }
    try await workspace.setBudget(.month, micros: 1)
    try await workspace.setBudget(.month, micros: nil)
    #expect(try workspace.budgets() == [])
    await workspace.close()
  }

  @Test func nothingIsEverDeletedFromTheLedger() async throws {
    let place = try Place()
    let workspace = try await place.open(try place.paid())
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    await #expect(throws: WorkspaceError.self) {
      try await workspace.commit { try $0.database.execute(sql: "DELETE FROM ledger") }
    }
    #expect(try workspace.ledger().count == 1)
    await workspace.close()
  }
}

/// A clock that stands on the first of January 1970 until it is moved. A class because the workspace reads what the test
/// moves.
private final class Day1970: Sendable {
  private let days = Counter()

  var now: WallTime { WallTime(millisecondsSince1970: Int64(days.value) * 86_400_000) }

  func goOn(_ count: Int) { for _ in 0..<count { days.count() } }
}
