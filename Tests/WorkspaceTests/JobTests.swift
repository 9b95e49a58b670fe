import Catalog
import Generation
import Imaging
import Testing

@testable import Workspace

@Suite struct JobTests {
  @Test func aCancelledJobIsQuietAndMakesNothing() async throws {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let workspace = try await place.open(FlatProvider(gate: gate))
    let job = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).jobs[0]
    await gate.someoneArrived()

    let cancelled = try await workspace.cancel(job.id)
    gate.open()
    let next = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["detail-lid"], key: "l"))

    #expect(cancelled.state == .cancelled)
    #expect(next.map(\.state) == [.done])
    #expect(try workspace.job(job.id).state == .cancelled)
    #expect(try workspace.job(job.id).outputs.isEmpty)
    #expect(try workspace.canvas().allSatisfy { $0.job != job.id })
    await workspace.close()
  }

  @Test func aJobThatWaitsIsCancelledWithoutEverRunning() async throws {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let provider = FlatProvider(gate: gate)
    let workspace = try await place.open(provider)
    let jobs = try await workspace.generate(GenerateOrder("bottle.kraf", key: "k")).jobs
    await gate.someoneArrived()

    try await workspace.cancel(jobs[1].id)
    gate.open()

    #expect(try await workspace.wait(for: jobs[0].id).state == .done)
    #expect(try await workspace.wait(for: jobs[1].id).state == .cancelled)
    #expect(provider.asked.count == 1)
    await workspace.close()
  }

  @Test func cancellingAFinishedJobChangesNothing() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    #expect(try await workspace.cancel(job.id) == job)
    await workspace.close()
  }

  @Test func aSessionsEndCancelsItsJobsAndNotTheDetachedOnes() async throws {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let workspace = try await place.open(FlatProvider(gate: gate))
    let own = try await workspace.generate(
      GenerateOrder("bottle.kraf", shots: ["hero"], key: "k", owner: .session("s1"))
    ).jobs[0]
    let detached = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l")).jobs[0]
    await gate.someoneArrived()

    try await workspace.cancelJobs(ofOwner: .session("s1"))
    gate.open()

    #expect(try await workspace.wait(for: own.id).state == .cancelled)
    #expect(try await workspace.wait(for: detached.id).state == .done)
    await workspace.close()
  }

  @Test func theFractionNeverFallsAlthoughTheProvidersDoes() async throws {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let workspace = try await place.open(FlatProvider(gate: gate))
    let job = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).jobs[0]
    await gate.someoneArrived()

    let progress = try workspace.job(job.id)

    #expect(progress.stage == "drawing more")
    #expect(progress.fraction > 0.47)
    gate.open()
    _ = try await workspace.wait(for: job.id)
    await workspace.close()
  }

  @Test func aRunningJobShowsAPreviewThatCanBeOpened() async throws {
    let place = try Place()
    try place.bottle()
    let gate = Gate()
    let workspace = try await place.open(FlatProvider(gate: gate))
    let job = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).jobs[0]
    await gate.someoneArrived()

    let preview = try #require(try workspace.job(job.id).preview)

    #expect(try workspace.asset(preview).kind == .preview)
    #expect(try bytes(of: preview, in: workspace).count == workspace.asset(preview).byteCount)
    gate.open()
    _ = try await workspace.wait(for: job.id)
    await workspace.close()
  }

  @Test func anUnavailableProviderIsTriedAgain() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider(failures: [.unavailable(detail: "down"), .rateLimited(retryAfter: .seconds(1))])
    let workspace = try await place.open(provider)

    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    #expect(job.state == .done)
    #expect(provider.asked.count == 3)
    await workspace.close()
  }

  @Test(arguments: [
    (GenerationError.refused(reason: "policy"), JobFailure(reason: "refused", detail: "policy")),
    (.badReply(detail: "HTTP 500"), JobFailure(reason: "badReply", detail: "HTTP 500")),
    (.unsupported(what: "mask"), JobFailure(reason: "unsupported", detail: "mask")),
    (.rateLimited(retryAfter: .seconds(3600)), JobFailure(reason: "rateLimited", detail: "for 3600.0 seconds")),
  ])
  func aFailureEndsTheJobAndCanBeRetried(error: GenerationError, failure: JobFailure) async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open(FlatProvider(failures: [error]))

    let failed = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]
    try await workspace.retry(failed.id)
    let retried = try await workspace.wait(for: failed.id)

    #expect(failed.state == .failed)
    #expect(failed.failure == failure)
    #expect(retried.state == .done)
    #expect(retried.failure == nil)
    await workspace.close()
  }

  @Test func aProviderThatStopsUnaskedFailsItsJob() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open(FlatProvider(failures: [.cancelled]))

    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    #expect(job.state == .failed)
    await workspace.close()
  }

  @Test func theListOfJobsHoldsTheNewestInTheirOrder() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    var ids: [JobID] = []
    for key in ["1", "2", "3"] {
      let order = EditOrder("resize", ["width": .integer(4)], of: .path("a.png"), key: key)
      ids.append(try await workspace.wait(for: try await workspace.edit(order).id).id)
    }

    #expect(try workspace.jobs(limit: 2).map(\.id) == Array(ids.suffix(2)))
    #expect(try workspace.jobs(state: .done).map(\.id) == ids)
    #expect(try workspace.jobs(state: .failed).isEmpty)
    await workspace.close()
  }

  @Test func whatWasPaidIsWrittenDown() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open(FlatProvider(price: .perImage))

    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    #expect(job.costMicros == 1500)
    await workspace.close()
  }

  @Test func unknownJobsAreSaidToBeUnknown() async throws {
    let place = try Place()
    let workspace = try await place.open()

    #expect(throws: WorkspaceError.noSuchJob(id: "j1")) { try workspace.job(JobID(rawValue: "j1")) }
    await #expect(throws: WorkspaceError.noSuchJob(id: "j1")) { try await workspace.cancel(JobID(rawValue: "j1")) }
    await #expect(throws: WorkspaceError.noSuchJob(id: "j1")) { try await workspace.wait(for: JobID(rawValue: "j1")) }
    await workspace.close()
  }
}
