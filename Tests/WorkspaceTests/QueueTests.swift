import Catalog
import FoundationEssentials
import Generation
import Imaging
import Synchronization
import Testing

@testable import Workspace

/// What is worked at first, and what side by side.
@Suite struct QueueTests {
  /// A workspace whose only worker stands at a gate with a first job, so that what is ordered meanwhile waits.
  private func busy() async throws -> (Place, Workspace, FlatProvider, Gate) {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let provider = FlatProvider(gate: gate)
    let workspace = try await place.open(provider)
    _ = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "first"))
    await gate.someoneArrived()
    return (place, workspace, provider, gate)
  }

  private func order(_ seed: Int, key: String, owner: JobOwner, _ priority: JobPriority = .interactive) -> GenerateOrder
  {
    var order = GenerateOrder(
      "bottle.kraf", text: bottleText.replacing("seed: 40", with: "seed: \(seed)"), shots: ["hero"], key: key,
      owner: owner)
    order.priority = priority
    return order
  }

  @Test func sessionsTakeTurnsHoweverMuchOneOrders() async throws {
    let (place, workspace, provider, gate) = try await busy()
    defer { withExtendedLifetime(place) {} }
    for seed in 1...3 { _ = try await workspace.generate(order(seed, key: "a\(seed)", owner: .session("a"))) }
    let last = try await workspace.generate(order(9, key: "b", owner: .session("b"))).jobs[0]

    gate.open()
    for job in try workspace.jobs() { _ = try await workspace.wait(for: job.id) }

    #expect(provider.asked.map(\.seed) == [40, 1, 9, 2, 3])
    #expect(try workspace.job(last.id).state == .done)
    await workspace.close()
  }

  @Test func aPreviewGoesBeforeWhatSomebodyWaitsForAndThatBeforeABatch() async throws {
    let (place, workspace, provider, gate) = try await busy()
    defer { withExtendedLifetime(place) {} }
    _ = try await workspace.generate(order(1, key: "a", owner: .detached, .batch))
    _ = try await workspace.generate(order(2, key: "b", owner: .detached, .interactive))
    _ = try await workspace.generate(order(3, key: "c", owner: .detached, .preview))

    gate.open()
    for job in try workspace.jobs() { _ = try await workspace.wait(for: job.id) }

    #expect(provider.asked.map(\.seed) == [40, 3, 2, 1])
    await workspace.close()
  }

  @Test func remoteModelsWorkSideBySideAndBesideLocalWork() async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("seed: 50", with: "seed: 50\nmodel: far"))
    let gate = Gate()
    let far = FlatProvider("far", isOffline: false, gate: gate)
    let near = FlatProvider()
    let record = RecordFile(name: "far.json", kind: .model, bytes: Array(try JSONEncoder().encode(far.card)))
    let (catalog, issues) = Catalog.builtIn.adding([record])
    #expect(issues.isEmpty)
    var tools = WorkspaceTools(providers: ProviderRegistry([near, far]), catalog: catalog)
    tools.cutter = .halving(confidence: 0.9)
    let workspace = try await place.open(tools)
    let text = bottleText.replacing("style: soft-gray-studio", with: "style: soft-gray-studio\nmodel: studio")
    var waiting: [Job] = []
    for seed in 1...2 {
      let changed = try await workspace.generate(
        GenerateOrder(
          "bottle.kraf", text: bottleText.replacing("seed: 40", with: "seed: \(seed)\nmodel: far"), shots: ["hero"],
          key: "far \(seed)"))
      waiting += changed.jobs
    }
    await gate.someoneArrived()
    await gate.someoneArrived()

    let local = try await workspace.made(GenerateOrder("bottle.kraf", text: text, shots: ["hero"], key: "near"))

    #expect(local.map(\.state) == [.done])
    #expect(try waiting.map { try workspace.job($0.id).state } == [.running, .running])
    gate.open()
    for job in waiting { #expect(try await workspace.wait(for: job.id).state == .done) }
    await workspace.close()
  }

  @Test func whatIsMadeWhileATwinWaitsIsNotMadeAgain() async throws {
    let (place, workspace, provider, gate) = try await busy()
    let twin = try await workspace.generate(order(40, key: "twin", owner: .detached)).jobs[0]
    var fresh = order(40, key: "fresh", owner: .detached)
    fresh.isFresh = true
    let third = try await workspace.generate(fresh).jobs[0]

    gate.open()
    let jobs = [try await workspace.wait(for: twin.id), try await workspace.wait(for: third.id)]

    let first = try #require(try workspace.jobs().first)
    // The one that was asked for anew is.
    #expect(provider.asked.count == 2)
    #expect(jobs.map(\.state) == [.done, .done])
    #expect(jobs.map(\.reused) == [first.id, nil])
    #expect(jobs.map(\.outputs) == [first.outputs, first.outputs])
    #expect(try workspace.canvas().count == 1)
    #expect(try workspace.ledger().map(\.state) == [.paid, .paid, .paid])
    await workspace.close(in: place)
  }

  @Test func aThousandWaitingJobsHoldUpNobody() async throws {
    let (place, workspace, _, gate) = try await busy()
    defer { withExtendedLifetime(place) {} }
    var list = "# Bottle\n\n@front = refs/front.png\n"
    for number in 0..<200 {
      list += "\n## hero n\(number)\n\nstyle: pure-white\nsize: 16x16\nseed: \(number)\n\n@front\n"
    }
    for batch in 0..<5 {
      _ = try await workspace.generate(GenerateOrder("bottle.kraf", text: list, key: "batch \(batch)"))
    }

    let urgent = try await workspace.generate(order(7, key: "now", owner: .session("me"), .preview)).jobs[0]

    #expect(try workspace.jobs(state: .queued, limit: 5000).count == 1001)
    #expect(try workspace.job(urgent.id).state == .queued)
    for job in try workspace.jobs(state: .queued, limit: 5000) where job.id != urgent.id {
      try await workspace.cancel(job.id)
    }
    gate.open()
    #expect(try await workspace.wait(for: urgent.id).state == .done)
    await workspace.close()
  }
}
