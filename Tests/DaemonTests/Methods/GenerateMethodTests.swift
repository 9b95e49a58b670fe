import Catalog
import Generation
import Glibc
import Imaging
import Platform
import Providers
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// From a shot list to a picture, as a script does it.
@Suite struct GenerateMethodTests {
  @Test func aShotBecomesAPictureOnTheCanvas() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let order = try await client.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "order"))
    let job = try await client.request(JobWait(job: try #require(order.jobs.first).job))

    #expect(order.jobs.map(\.shot) == ["hero"])
    #expect(job.state == .done)
    #expect(job.kind == "generate")
    #expect(job.shot == "hero")
    #expect(job.fraction == 1)
    #expect(job.costMicros == 0)
    #expect(job.error == nil)
    #expect(job.warnings.contains("only gray was left"))
    let output = try #require(job.outputs.first)
    #expect(job.outputs.count == 1)
    #expect([output.width, output.height] == [48, 48])
    #expect(output.kind == "output")
    #expect(try await client.request(AssetGet(asset: output.asset)) == output)
    let canvas = try await client.request(CanvasGet())
    #expect(canvas.nodes.map(\.kind) == [.product, .reference, .prompt, .output])
    let node = try #require(canvas.nodes.last)
    #expect(node.asset == output.asset)
    #expect(node.title == "hero · pure-white")
    #expect([node.width, node.height] == [320, 320])
    #expect(canvas.edges.filter { $0.to == node.node }.map(\.operation) == ["generate"])
    #expect(client.brokenPromises() == [])
  }

  @Test func theStudioOfKrafdMakesOneToo() async throws {
    let studio = try #require(allProviders(catalog: .builtIn).first)
    let shop = try Shop(studio)
    let client = try await shop.worker()

    let jobs = try await client.made(KrafGenerate(path: shop.list, key: "order", samples: 1))

    #expect(jobs.map(\.state) == [.done, .done])
    #expect(jobs.map(\.shot) == ["hero", "campaign-launch"])
    #expect(jobs.flatMap(\.outputs).map(\.width) == [48, 48])
    #expect(jobs.flatMap(\.outputs).map(\.height) == [48, 32])
  }

  @Test func theSameKeyGivesTheSameJobsInEverySession() async throws {
    let shop = try Shop()
    let first = try await shop.worker()
    let second = try await shop.worker()
    let order = KrafGenerate(path: shop.list, key: "order", owner: .detached)

    let once = try await first.request(order)
    let again = try await second.request(order)
    let other = try await second.request(KrafGenerate(path: shop.list, key: "other", owner: .detached))

    #expect(again.jobs == once.jobs)
    #expect(Set(other.jobs.map(\.job)).isDisjoint(with: once.jobs.map(\.job)))
    for job in other.jobs { _ = try await second.request(JobWait(job: job.job)) }
    #expect(try await second.request(JobList(state: .done)).jobs.count == 4)
  }

  @Test func theTextInTheEditorCountsInsteadOfTheFile() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let text = Shop.shotList.replacing("size: 48x48", with: "size: 40x40")

    let jobs = try await client.made(KrafGenerate(path: shop.list, text: text, shots: ["hero"], key: "order"))

    #expect(jobs.flatMap(\.outputs).map(\.width) == [40])
  }

  @Test func oneSideKeepsTheProportions() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let jobs = try await client.made(
      KrafGenerate(path: shop.list, shots: ["campaign-launch"], key: "order", width: 96))

    #expect(jobs.flatMap(\.outputs).map(\.height) == [64])
  }

  @Test func progressRisesInWordsAndShowsPicturesThatAreThere() async throws {
    let brush = Brush()
    let shop = try Shop(PlainProvider(brush: brush))
    let client = try await shop.worker()
    let job = try #require(
      try await client.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "order")).jobs.first
    ).job

    for stage in PlainProvider.stages {
      let told = try JobProgress(
        json: try await client.notification(JobProgress.method) { $0["stage"]?.stringValue == stage })
      let preview = try #require(told.preview)
      #expect(told.job == job)
      #expect(told.workspace == shop.root)
      #expect(preview.kind == "preview")
      #expect(access(preview.path, R_OK) == 0)
      let bytes = try FileReader.bytes(of: preview.path, maxBytes: 1 << 20)
      #expect(try ImageFile.decode(bytes).width == preview.width)
      brush.paint()
    }
    let done = try await client.request(JobWait(job: job))

    let progress = try client.progress(of: job)
    #expect(done.state == .done)
    #expect(progress.map(\.fraction) == progress.map(\.fraction).sorted())
    #expect(progress.allSatisfy { (0...1).contains($0.fraction) })
    #expect(progress.allSatisfy { $0.stage.contains(where: \.isLetter) && !$0.stage.contains(where: \.isNewline) })
  }

  @Test func waitingAnswersWithTheJobAsItIsWhenTheTimeIsOver() async throws {
    let brush = Brush()
    let shop = try Shop(PlainProvider(brush: brush))
    let client = try await shop.worker()
    let job = try #require(
      try await client.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "order")).jobs.first
    ).job
    try await client.notification(JobProgress.method) { $0["stage"]?.stringValue == PlainProvider.stages[0] }

    let waiting = try await client.request(JobWait(job: job, timeoutMs: 0))
    brush.finish()

    #expect(waiting.state == .running)
    #expect(waiting.stage == PlainProvider.stages[0])
    #expect(waiting.outputs == [])
    #expect(try await client.request(JobWait(job: job)).state == .done)
  }

  @Test func aCancelledJobMakesNoPicture() async throws {
    let shop = try Shop(PlainProvider(brush: Brush()))
    let client = try await shop.worker()
    let jobs = try await client.request(KrafGenerate(path: shop.list, key: "order")).jobs.map(\.job)
    try await client.notification(JobProgress.method) { $0["stage"]?.stringValue == PlainProvider.stages[0] }

    var cancelled: [JobDescription] = []
    for job in jobs.reversed() { cancelled.append(try await client.request(JobCancel(job: job))) }

    #expect(cancelled.map(\.state) == [.cancelled, .cancelled])
    for job in jobs { #expect(try await client.request(JobWait(job: job)).state == .cancelled) }
    #expect(try await client.request(AssetList(kind: "output")).assets == [])
    #expect(try await client.request(CanvasGet()).nodes == [])
  }

  @Test func cancellingWhatIsDoneChangesNothing() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let done = try #require(try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "order")).first)

    #expect(try await client.request(JobCancel(job: done.job)) == done)
    #expect(try await client.request(JobGet(job: done.job)) == done)
  }

  @Test func aWaitThatIsCancelledLeavesTheJobAlone() async throws {
    let brush = Brush()
    let shop = try Shop(PlainProvider(brush: brush))
    let client = try await shop.worker()
    let job = try #require(
      try await client.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "order")).jobs.first
    ).job
    let wait = try client.begin(JobWait.method, JobWait(job: job).json)

    try client.notify("$/cancelRequest", ["id": wait.json])

    let answer = try await client.answer(to: wait)
    #expect(throws: RPCError.self) { try answer.get() }
    brush.finish()
    #expect(try await client.request(JobWait(job: job)).state == .done)
    #expect(client.brokenPromises() == [])
  }

  @Test func theEndOfASessionEndsItsJobsAndLeavesDetachedOnes() async throws {
    let brush = Brush()
    let shop = try Shop(PlainProvider(brush: brush))
    let watcher = try await shop.worker()
    let leaver = try await shop.worker()
    let detached = try #require(
      try await leaver.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "stays", owner: .detached)).jobs
        .first)
    let owned = try await leaver.request(KrafGenerate(path: shop.list, key: "goes")).jobs
    try await leaver.notification(JobProgress.method) { $0["stage"]?.stringValue == PlainProvider.stages[0] }

    leaver.vanish()

    for job in owned { #expect(try await watcher.request(JobWait(job: job.job)).state == .cancelled) }
    #expect(try await watcher.request(JobGet(job: detached.job)).state == .running)
    brush.finish()
    #expect(try await watcher.request(JobWait(job: detached.job)).state == .done)
  }

  @Test func aRunningJobOfASessionEndsWithIt() async throws {
    let shop = try Shop(PlainProvider(brush: Brush()))
    let watcher = try await shop.worker()
    let leaver = try await shop.worker()
    let job = try #require(
      try await leaver.request(KrafGenerate(path: shop.list, shots: ["hero"], key: "goes")).jobs.first)
    try await leaver.notification(JobProgress.method) { $0["stage"]?.stringValue == PlainProvider.stages[0] }

    leaver.vanish()

    #expect(try await watcher.request(JobWait(job: job.job)).state == .cancelled)
  }

  @Test func aFailureIsTheJobsAndHasASentence() async throws {
    let shop = try Shop(PlainProvider(failure: .unsupported(what: "glass")))
    let client = try await shop.worker()

    let job = try #require(try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "order")).first)

    #expect(job.state == .failed)
    #expect(job.outputs == [])
    #expect(
      job.error
        == JobFailure(
          reason: "unsupported",
          message: "The model cannot do this: glass; change the shot or choose another model"))
  }
}
