import Catalog
import FoundationEssentials
import Generation
import Glibc
import Platform
import Synchronization
import Testing

@testable import Workspace

/// Workspaces on disks that cannot be written, moved, copied, and with clocks that jump.
@Suite struct HardPlaceTests {
  @Test func whatSomebodyDeletedUnderKrafdIsMadeAgainOrSaidToBeGone() async throws {
    let place = try Place()
    try place.picture("a.png", width: 80, height: 40)
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")
    let first = try await workspace.thumbnail(of: asset.id, longerSide: 20)
    try FileManager.default.removeItem(atPath: place.path(".kraf/thumbnails"))

    #expect(try await workspace.thumbnail(of: asset.id, longerSide: 20) == first)
    #expect(CacheFile.exists(first.path))
    try FileManager.default.removeItem(atPath: try workspace.objectPath(of: asset.id))
    await #expect(throws: WorkspaceError.lostAsset(id: asset.id.hex)) {
      try await workspace.thumbnail(of: asset.id, longerSide: 30)
    }
    await workspace.close()
  }

  /// A folder that others own stands for a disk that cannot be written: also root is nobody there.
  @Test(.tags(.endToEnd), arguments: [false, true])
  func aFolderThatCannotBeWrittenIsNamed(hasHouse: Bool) async throws {
    let place = try Place()
    if hasHouse { await (try await place.open()).close() }
    chmod(place.root, 0o555)

    await #expect(processExitsWith: .success) { [root = place.root as String] in
      if geteuid() == 0 { seteuid(65_534) }
      let error = await #expect(throws: WorkspaceError.self) {
        try await Workspace.open(root: root, tools: .tests())
      }
      guard case .folderNotWritable(let path)? = error else {
        Issue.record("not folderNotWritable: \(String(describing: error))")
        return
      }
      #expect(path.hasPrefix(root))
    }
    chmod(place.root, 0o755)
    #expect(PlainFolder.names(in: place.root) == (hasHouse ? [".kraf"] : []))
  }

  @Test func aMovedWorkspaceKnowsEverythingAndMakesNothingAgain() async throws {
    let place = try Place()
    mkdir(place.path("old"), 0o755)
    try place.picture("old/refs/front.png", width: 32, height: 32)
    try place.write(bottleText, to: "old/bottle.kraf")
    let provider = FlatProvider()
    let first = try await Workspace.open(root: place.path("old"), tools: .tests(provider))
    let job = try await first.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]
    await first.close()

    rename(place.path("old"), place.path("new"))
    let second = try await Workspace.open(root: place.path("new"), tools: .tests(provider))

    let again = try await second.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))[0]
    #expect(again.reused == job.id)
    #expect(provider.asked.count == 1)
    #expect(try second.objectPath(of: job.outputs[0]).hasPrefix(second.root))
    #expect(CacheFile.exists(try second.objectPath(of: job.outputs[0])))
    #expect(try second.canvas().allSatisfy { !$0.isStale })
    await second.close(in: place)
  }

  @Test func aCopyIsAWorkspaceOfItsOwn() async throws {
    let place = try Place()
    mkdir(place.path("one"), 0o755)
    try place.picture("one/refs/front.png", width: 32, height: 32)
    try place.write(bottleText, to: "one/bottle.kraf")
    let first = try await Workspace.open(root: place.path("one"), tools: .tests())
    _ = try await first.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    await first.close()
    try FileManager.default.copyItem(atPath: place.path("one"), toPath: place.path("two"))

    let one = try await Workspace.open(root: place.path("one"), tools: .tests())
    let two = try await Workspace.open(root: place.path("two"), tools: .tests())
    _ = try await two.made(GenerateOrder("bottle.kraf", shots: ["detail-lid"], key: "l"))

    #expect(try one.jobs().count == 1)
    #expect(try two.jobs().count == 2)
    await one.close()
    await two.close(in: place)
  }

  @Test func aClockThatJumpsBreaksNothing() async throws {
    let place = try Place()
    try place.bottle()
    var tools = WorkspaceTools.tests()
    let times = Mutex<[Int64]>([1_800_000_000_000, 0, 4_000_000_000_000, -5, 1_700_000_000_000])
    let index = Mutex(0)
    tools.clock = WallClock {
      let place = index.withLock { index in
        index += 1
        return index
      }
      return WallTime(millisecondsSince1970: times.withLock { $0[place % $0.count] })
    }
    let workspace = try await place.open(tools)

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    let compared = try await workspace.compare(jobs.flatMap(\.outputs))
    let clock = await workspace.clock
    let nodes = try workspace.canvas()
    try await workspace.changeCanvas(nodes.map { .trash($0.id) }, base: clock, by: "a")
    _ = try await workspace.emptyTrash(olderThan: .seconds(3600))

    #expect(jobs.map(\.state) == [.done, .done])
    #expect(compared.pictures.allSatisfy { $0.elapsedMilliseconds >= 0 })
    #expect(try workspace.jobs().map(\.id) == jobs.map(\.id))
    let events = await workspace.events(since: 0)
    #expect(events.map(\.clock) == events.map(\.clock).sorted())
    #expect(try workspace.ledger().count == 2)
    await workspace.close(in: place)
  }

  @Test(arguments: [Int64.max, Int64.max - 1]) func anAbsurdBudgetIsOnlyALargeOne(micros: Int64) async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open(FlatProvider(price: .perImage))
    try await workspace.setBudget(.workspace, micros: micros)
    try await workspace.setBudget(.month, micros: micros)
    var order = GenerateOrder("bottle.kraf", key: "k")
    order.budgetMicros = micros

    #expect(try await workspace.made(order).map(\.state) == [.done, .done])
    order.key = "negative"
    order.isFresh = true
    order.budgetMicros = -1
    await #expect(throws: WorkspaceError.self) { try await workspace.generate(order) }
    await workspace.close(in: place)
  }
}
