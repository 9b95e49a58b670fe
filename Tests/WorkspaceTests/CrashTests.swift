import Catalog
import GRDB
import Generation
import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

/// A process that dies at any moment under a mixed load loses nothing that it promised, and pays nothing twice.
///
/// `KRAFD_CRASH_ROUNDS` sets how often it dies; `make crash-test` lets it die 200 times.
@Suite struct CrashTests {
  @Test(.tags(.endToEnd)) func deathsUnderLoadLoseNothingAndPayNothingTwice() async throws {
    let rounds = getenv("KRAFD_CRASH_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 8
    var (deaths, promises) = (0, 0)
    // A workspace lives through twenty deaths, so that checking it all stays quick.
    for first in stride(from: 1, through: rounds, by: 20) {
      let place = try Place()
      try place.bottle()
      try place.picture("a.png", width: 40, height: 30)
      for round in first...min(first + 19, rounds) {
        let result = await #expect(processExitsWith: .failure) { [root = place.root as String, round = round as Int] in
          try await CrashLoad.run(root: root, round: round)
        }
        if result?.exitStatus == .signal(SIGKILL) { deaths += 1 }
        try await CrashCheck.whatIsLeft(in: place)
      }
      promises += CrashLog.lines(of: place.path("promised")).count
    }
    #expect(deaths == rounds)
    // The load must have come to something, or nothing was tried.
    #expect(promises >= rounds / 2)
  }
}

/// What the dying process does.
private enum CrashLoad {
  static func run(root: String, round: Int) async throws {
    var tools = WorkspaceTools(providers: ProviderRegistry([BankProvider(root: root)]), catalog: .builtIn)
    tools.cutter = .halving(confidence: 0.9)
    // Somewhere else in every round: in every other one soon after the start, when the last death is mended, else some time
    // after a promise.
    let delay = UInt32(truncatingIfNeeded: round &* 2_654_435_761) % 200_000
    let promised = CrashLog.lines(of: root + "/promised").count
    _ = try WorkThread.start("killer") {
      while round % 2 == 0, CrashLog.lines(of: root + "/promised").count == promised { usleep(2_000) }
      usleep(delay + 1_000)
      kill(getpid(), SIGKILL)
    }
    let workspace = try await Workspace.open(root: root, tools: tools)
    for turn in 0..<10_000 { try await order(turn, round, workspace, root) }
  }

  /// One order of each kind; what was promised is written down.
  private static func order(_ turn: Int, _ round: Int, _ workspace: Workspace, _ root: String) async throws {
    let seed = round * 10_000 + turn
    let text = bottleText.replacing("seed: 40", with: "seed: \(seed)")
    let order = GenerateOrder("bottle.kraf", text: text, shots: ["hero"], key: "g \(seed)")
    let job = try await workspace.generate(order).jobs[0]
    let edit = try await workspace.edit(
      EditOrder("resize", ["width": .integer(4 + turn % 30)], of: .path("a.png"), key: "e \(seed)"))
    if turn % 5 == 4 { try await workspace.cancel(edit.id) }
    if turn % 3 == 2 { try await tidy(workspace) }
    let done = try await workspace.wait(for: job.id)
    if done.state == .done {
      try await workspace.judge(done.outputs[0], .accepted)
      CrashLog.append(done.id.rawValue, to: root + "/promised")
    }
  }
}

extension CrashLoad {
  /// Takes edits off the canvas, throws them away, and writes a note.
  private static func tidy(_ workspace: Workspace) async throws {
    let canvas = try workspace.canvasPicture()
    let edits = canvas.nodes.filter { $0.kind == .edit }.prefix(5).map { CanvasChange.trash($0.id) }
    let note = CanvasChange.add(NewCanvasNode(.note("\(canvas.nodes.count) nodes")))
    try await workspace.changeCanvas(edits + [note], base: canvas.clock, by: "tidy")
    _ = try await workspace.emptyTrash()
  }
}

/// What must be true after every death.
private enum CrashCheck {
  static func whatIsLeft(in place: Place) async throws {
    let workspace = try await place.open(
      WorkspaceTools(providers: ProviderRegistry([BankProvider(root: place.root)]), catalog: .builtIn))
    for job in try workspace.jobs(state: .queued, limit: 10_000) { try await workspace.cancel(job.id) }
    for job in try workspace.jobs(state: .running, limit: 10_000) { try await workspace.cancel(job.id) }

    let problems = try workspace.store.read { snapshot in
      try String.fetchAll(snapshot.database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(snapshot.database, sql: "PRAGMA foreign_key_check").map { "\($0)" }
        // What something kept was made from was never thrown away.
        + Row.fetchAll(
          snapshot.database,
          sql: """
            SELECT e.* FROM edges e JOIN assets s ON s.id = e.source JOIN assets t ON t.id = e.target
            WHERE s.removed IS NOT NULL AND t.removed IS NULL
            """
        ).map { "\($0)" }
    }
    #expect(problems == [])
    for asset in try workspace.assets(limit: 10_000) {
      let bytes = try FileReader.bytes(of: try workspace.objectPath(of: asset.id), maxBytes: 1 << 24)
      #expect(Digest.sha256(of: bytes).hex == asset.id.hex)
    }
    let jobs = Dictionary(uniqueKeysWithValues: try workspace.jobs(limit: 10_000).map { ($0.id.rawValue, $0) })
    for promised in CrashLog.lines(of: place.path("promised")) {
      let job = try #require(jobs[promised], "the job \(promised) was lost")
      #expect(job.state == .done)
      for output in job.outputs {
        #expect(try workspace.lineage(of: output).contains { $0.operation == "generate" })
        #expect(try workspace.verdict(on: output)?.kind == .accepted)
      }
    }
    // A seed is one order, and one order is paid once at most; whatever was paid is in the ledger.
    let charges = CrashLog.lines(of: place.path("bank"))
    #expect(Set(charges).count == charges.count, "paid twice")
    let counted = try workspace.ledger(limit: 100_000).count { $0.estimate.highMicros > 0 && $0.actualMicros != 0 }
    #expect(counted >= charges.count)
    await workspace.close()
  }
}

/// A paid model that writes down every charge before it answers.
private struct BankProvider: Provider {
  let card: ModelCard
  let version = "bank 1"
  private let path: String

  init(root: String) {
    guard var card = Catalog.builtIn.models["studio"] else { fatalError("the catalogue has no studio") }
    card.price.unit = .perImage
    (card.price.lowMicros, card.price.highMicros) = (1000, 2000)
    self.card = card
    path = root + "/bank"
  }

  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    CrashLog.append("\(request.seed)", to: path)
    return GeneratedPictures(
      [GeneratedPicture(image: flat(request.width, request.height, UInt8(truncatingIfNeeded: request.seed)))],
      costMicros: 1500)
  }
}

/// Lines that outlive the process: one write each.
private enum CrashLog {
  static func append(_ line: String, to path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { return }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  static func lines(of path: String) -> [String] {
    let bytes = (try? FileReader.bytes(of: path, maxBytes: 1 << 24)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
