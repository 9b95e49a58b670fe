import Catalog
import Generation
import Platform
import Testing

@testable import Workspace

/// What a shot list's pictures were made from is kept beside it.
@Suite struct LockTests {
  private func made() async throws -> (Place, Workspace) {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    return (place, workspace)
  }

  @Test func aLockedListDiffersInNothingAndNamesItsPictures() async throws {
    let (place, workspace) = try await made()

    let written = try workspace.writeLock(ofShotList: "bottle.kraf")
    let checked = try workspace.checkLock(ofShotList: "bottle.kraf", shots: nil)

    #expect(checked == written)
    #expect(checked.differences == [])
    #expect(checked.pictures.mapValues(\.count) == ["hero": 1, "detail-lid": 2])
    #expect(checked.path == place.path("bottle.kraf.lock"))
    let text = String(decoding: try FileReader.bytes(of: checked.path, maxBytes: 1 << 20), as: UTF8.self)
    #expect(text.contains("\"truth\" : \"exact\"") && text.contains("\"seed\" : 40"))
    #expect(!text.contains(place.root))
    await workspace.close()
  }

  @Test func everyDifferenceIsSaid() async throws {
    let (place, workspace) = try await made()
    _ = try workspace.writeLock(ofShotList: "bottle.kraf")

    try place.bottle(bottleText.replacing("seed: 40", with: "seed: 41"))
    try place.picture("refs/front.png", width: 32, height: 32, gray: 7)
    let report = try workspace.checkLock(ofShotList: "bottle.kraf", shots: nil)
    let one = try workspace.checkLock(ofShotList: "bottle.kraf", shots: ["detail-lid"])

    #expect(
      report.differences == [
        "hero: seed: 41 instead of 40", "hero: refs/front.png has other content",
        "detail-lid: refs/front.png has other content",
      ])
    #expect(one.differences == ["detail-lid: refs/front.png has other content"])
    await workspace.close()
  }

  @Test func whatIsNotMadeKeepsWhatWasLocked() async throws {
    let (place, workspace) = try await made()
    let before = try workspace.writeLock(ofShotList: "bottle.kraf")

    try place.bottle(bottleText.replacing("seed: 40", with: "seed: 41"))
    let after = try workspace.writeLock(ofShotList: "bottle.kraf")
    try place.bottle(bottleText.replacing("## hero", with: "## hero side"))
    let renamed = try workspace.writeLock(ofShotList: "bottle.kraf")

    #expect(after.pictures == before.pictures)
    // The new name's pictures are the old one's: the name changes no picture, but the shot was not ordered yet.
    #expect(renamed.pictures.keys.sorted() == ["detail-lid", "hero-side"])
    await workspace.close()
  }

  @Test func aNewWorkspaceMakesTheSameFromTheLock() async throws {
    let (place, workspace) = try await made()
    let locked = try workspace.writeLock(ofShotList: "bottle.kraf").pictures
    await workspace.close()
    Folder.empty(place.path(".kraf/objects"))
    File.remove(place.path(".kraf/workspace.sqlite"))
    File.remove(place.path(".kraf/workspace.sqlite-wal"))
    File.remove(place.path(".kraf/workspace.sqlite-shm"))

    let fresh = try await place.open()
    #expect(try fresh.checkLock(ofShotList: "bottle.kraf", shots: nil).differences == [])
    let jobs = try await fresh.made(GenerateOrder("bottle.kraf", key: "k"))

    #expect(jobs.flatMap(\.outputs) == ["hero", "detail-lid"].flatMap { locked[$0] ?? [] })
    await fresh.close()
  }

  @Test(arguments: ["", "{}", "{\"version\": 2, \"outputs\": []}", "\u{0}"])
  func aDamagedLockIsNeitherBelievedNorOverwritten(text: String) async throws {
    let (place, workspace) = try await made()
    try place.write(text, to: "bottle.kraf.lock")

    #expect(throws: WorkspaceError.damagedLock(path: place.path("bottle.kraf.lock"))) {
      try workspace.checkLock(ofShotList: "bottle.kraf", shots: nil)
    }
    #expect(throws: WorkspaceError.self) { try workspace.writeLock(ofShotList: "bottle.kraf") }
    #expect(try FileReader.bytes(of: place.path("bottle.kraf.lock"), maxBytes: 100) == Array(text.utf8))
    await workspace.close()
  }

  @Test func aListThatWasNeverLockedSaysSo() async throws {
    let (place, workspace) = try await made()

    #expect(throws: WorkspaceError.noLock(path: place.path("bottle.kraf.lock"))) {
      try workspace.checkLock(ofShotList: "bottle.kraf", shots: nil)
    }
    await workspace.close()
  }
}
