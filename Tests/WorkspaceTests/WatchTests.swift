import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

/// Files of the user's that change while a workspace is open, or were changed before.
@Suite struct WatchTests {
  private func made() async throws -> (Place, FlatProvider, Workspace) {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    return (place, provider, workspace)
  }

  /// The titles of what is stale, once they are these or five seconds are over.
  private func stale(_ wanted: Set<String>, in workspace: Workspace) async throws -> Set<String> {
    var found: Set<String> = []
    for _ in 0..<500 {
      found = Set(try workspace.canvasPicture().nodes.filter(\.isStale).map(\.state.title))
      if found == wanted { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    return found
  }

  private let everything: Set = ["@front", "hero · pure-white", "detail-lid · soft-gray-studio"]

  @Test func aChangedPhotoMakesWhatDependsOnItStaleAndRedoesNothing() async throws {
    let (place, provider, workspace) = try await made()
    let clock = await workspace.clock

    try place.picture("refs/front.png", width: 32, height: 32, gray: 99)

    #expect(try await stale(everything, in: workspace) == everything)
    #expect(provider.asked.count == 2)
    let changes = await workspace.events(since: clock).flatMap(\.changes)
    #expect(changes.contains(Change(.product, "bottle.kraf")))
    #expect(changes.filter { $0.topic == .canvas }.count == 4)

    try place.picture("refs/front.png", width: 32, height: 32)
    #expect(try await stale([], in: workspace) == [])
    await workspace.close(in: place)
  }

  @Test func aDeletedPhotoMakesWhatDependsOnItStale() async throws {
    let (place, _, workspace) = try await made()

    File.remove(place.path("refs/front.png"))

    #expect(try await stale(everything, in: workspace) == everything)
    #expect(try workspace.canvas().allSatisfy { CacheFile.exists(try workspace.objectPath(of: #require($0.asset))) })
    await workspace.close(in: place)
  }

  @Test func aChangedShotMakesOnlyItsPicturesStale() async throws {
    let (place, _, workspace) = try await made()

    try place.write(bottleText.replacing("on white", with: "on snow"), to: "bottle.kraf")

    #expect(try await stale(["hero · pure-white"], in: workspace) == ["hero · pure-white"])
    await workspace.close(in: place)
  }

  @Test func anEditOfAStalePictureIsStale() async throws {
    let (place, _, workspace) = try await made()
    let output = try #require(try workspace.canvas().first?.asset)
    let order = EditOrder("resize", ["width": .integer(4)], of: .asset(output), key: "e")
    _ = try await workspace.wait(for: try await workspace.edit(order).id)

    try place.write(bottleText.replacing("on white", with: "on snow"), to: "bottle.kraf")

    let wanted: Set = ["hero · pure-white", "resize"]
    #expect(try await stale(wanted, in: workspace) == wanted)
    await workspace.close(in: place)
  }

  @Test func mistakesInAShotListMakeNothingStale() async throws {
    let (place, _, workspace) = try await made()
    let clock = await workspace.clock

    try place.write(bottleText.replacing("style: pure-white", with: "style: no-such-style"), to: "bottle.kraf")

    while await workspace.clock == clock { try await Task.sleep(for: .milliseconds(5)) }
    #expect(try await stale([], in: workspace) == [])
    await workspace.close(in: place)
  }

  @Test func whatAnOrderAskedForBesidesTheShotListIsNotStale() async throws {
    let (place, _, workspace) = try await made()
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "other style")
    order.style = "color-block"
    order.width = 24
    _ = try await workspace.made(order)
    let clock = await workspace.clock

    try place.write(bottleText + "\n", to: "bottle.kraf")

    while await workspace.clock == clock { try await Task.sleep(for: .milliseconds(5)) }
    #expect(try await stale([], in: workspace) == [])
    try place.write(bottleText.replacing("on white", with: "on snow"), to: "bottle.kraf")
    let wanted: Set = ["hero · pure-white", "hero · color-block"]
    #expect(try await stale(wanted, in: workspace) == wanted)
    await workspace.close(in: place)
  }

  @Test func whatChangedWhileNobodyLookedIsNoticedAtTheNextOpen() async throws {
    let (place, _, workspace) = try await made()
    await workspace.close()
    try place.picture("refs/front.png", width: 32, height: 32, gray: 99)

    let later = try await place.open()

    #expect(try await stale(everything, in: later) == everything)
    await later.close(in: place)
  }

  @Test func aFolderThatGoesAndComesBackIsStillWatched() async throws {
    let (place, _, workspace) = try await made()

    File.remove(place.path("refs/front.png"))
    rmdir(place.path("refs"))
    #expect(try await stale(everything, in: workspace) == everything)
    try place.picture("refs/front.png", width: 32, height: 32)

    #expect(try await stale([], in: workspace) == [])
    await workspace.close(in: place)
  }

  @Test func aDeletedShotListLeavesItsPictures() async throws {
    let (place, _, workspace) = try await made()

    File.remove(place.path("bottle.kraf"))

    let wanted = everything.subtracting(["@front"])
    #expect(try await stale(wanted, in: workspace) == wanted)
    #expect(try workspace.canvas().count == 3)
    await workspace.close(in: place)
  }
}
