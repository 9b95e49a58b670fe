import Imaging
import Testing

@testable import Providers

/// Where the user's model comes from, and when it is loaded again.
@Suite struct CutoutModelShelfTests {
  @Test func theVariableGoesBeforeTheUsersFolders() {
    func standard(_ variables: [String: String]) -> UserModelFile? {
      .standard(CutoutModelShelf.fileName, variable: CutoutModelShelf.variable) { variables[$0] }
    }
    let all = ["KRAFD_CUTOUT_MODEL": "/m.json", "XDG_CONFIG_HOME": "/x", "HOME": "/h"]

    #expect(standard(all)?.path == "/m.json" && standard(all)?.variable == "KRAFD_CUTOUT_MODEL")
    #expect(standard(all.filter { $0.key != "KRAFD_CUTOUT_MODEL" })?.path == "/x/krafd/cutout-model.json")
    #expect(standard(["HOME": "/h"])?.path == "/h/.config/krafd/cutout-model.json")
    #expect(standard(["HOME": "/h"])?.variable == nil)
    #expect(standard(["XDG_CONFIG_HOME": "x", "HOME": "/h"])?.path == "/h/.config/krafd/cutout-model.json")
    #expect(standard([:]) == nil)
  }

  @Test func withoutADescriptionThereIsNoModel() throws {
    #expect(try ModelPlace().shelf(isWanted: false).current() == nil)
  }

  @Test func aDescriptionThatIsAskedForMustBeThere() throws {
    let shelf = try ModelPlace().shelf()

    #expect(
      fault { () throws(ImagingError) in _ = try shelf.current() }
        == "the file does not exist, and KRAFD_CUTOUT_MODEL names it")
  }

  @Test func aRelativePathIsRefused() throws {
    let shelf = CutoutModelShelf(file: UserModelFile(path: "m.json", variable: CutoutModelShelf.variable)) {
      (_, _) throws(ModelFault) in throw ModelFault("loaded")
    }

    #expect(
      fault { () throws(ImagingError) in _ = try shelf.current() }
        == "KRAFD_CUTOUT_MODEL must be an absolute path, one that begins with /")
  }

  @Test func aLargeDescriptionIsNotRead() throws {
    let place = try ModelPlace()
    try place.write(String(repeating: " ", count: 65_537))
    let shelf = place.shelf()

    #expect(fault { () throws(ImagingError) in _ = try shelf.current() } == "the file has more than 64 KiB")
  }

  @Test func aModelThatIsMissingIsNamed() throws {
    let place = try ModelPlace()
    try place.describe()
    let shelf = place.shelf()

    let detail = "the model '\(place.model)' does not exist"
    #expect(throws: ImagingError.modelUnusable(name: place.description, detail: detail)) { try shelf.current() }
    #expect(place.loads == 0)
  }

  @Test func theModelIsLoadedOnce() throws {
    let place = try ModelPlace()
    try place.describe()
    try place.write(model: [1, 2, 3])
    let shelf = place.shelf()

    let first = try #require(try shelf.current())
    let second = try #require(try shelf.current())

    #expect(first.version == second.version && place.loads == 1)
    #expect([first.width, first.height] == [32, 32] && first.name == place.description)
  }

  @Test func threadsThatComeAtOnceLoadItOnce() async throws {
    let place = try ModelPlace()
    try place.describe()
    try place.write(model: [1, 2, 3])
    let shelf = place.shelf()

    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 { group.addTask { _ = try shelf.current() } }
      try await group.waitForAll()
    }

    #expect(place.loads == 1)
  }

  @Test func anotherModelHasAnotherVersion() throws {
    let place = try ModelPlace()
    try place.describe()
    try place.write(model: [1, 2, 3])
    let shelf = place.shelf()
    let first = try #require(try shelf.current()).version

    try place.write(model: [1, 2, 4])
    let second = try #require(try shelf.current()).version
    try place.write(model: [1, 2, 3])
    let third = try #require(try shelf.current()).version

    #expect(first != second && first == third)
    #expect(place.loads == 3)
  }

  @Test(arguments: [#", "mean": [0.5, 0.5, 0.5]"#, #", "order": "bgr""#, #", "layout": "nhwc""#, #", "scale": 1"#])
  func anotherUseOfTheModelHasAnotherVersion(more: String) throws {
    let place = try ModelPlace()
    try place.describe()
    try place.write(model: [1, 2, 3])
    let shelf = place.shelf()
    let first = try #require(try shelf.current()).version

    try place.describe(more: more)

    #expect(try #require(try shelf.current()).version != first)
  }

  @Test func aDescriptionThatIsTakenAwayEndsTheUseOfTheModel() throws {
    let place = try ModelPlace()
    try place.describe()
    try place.write(model: [1, 2, 3])
    let shelf = place.shelf(isWanted: false)
    #expect(try shelf.current() != nil)

    place.forget()

    #expect(try shelf.current() == nil)
  }
}
