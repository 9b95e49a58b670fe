import Generation
import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

@Suite struct AssetTests {
  @Test func anImportedFileIsKeptUnderTheDigestOfItsBytes() async throws {
    let place = try Place()
    let path = try place.picture("a.png", width: 8, height: 6)
    let content = try FileReader.bytes(of: path, maxBytes: 10_000)
    let workspace = try await place.open()

    let asset = try await workspace.importAsset("a.png")

    #expect(asset.id.hex == Digest.sha256(of: content).hex)
    #expect([asset.width, asset.height, asset.byteCount] == [8, 6, content.count])
    #expect(asset.kind == .photo)
    #expect(try bytes(of: asset.id, in: workspace) == content)
    #expect(try workspace.assets() == [asset])
    await workspace.close()
  }

  @Test func theSameBytesAreOneAsset() async throws {
    let place = try Place()
    try place.picture("a.png")
    try place.picture("b.png")
    let workspace = try await place.open()

    let first = try await workspace.importAsset("a.png")
    let second = try await workspace.importAsset("b.png", kind: .mask)

    #expect(first == second)
    #expect(place.objects.count == 1)
    await workspace.close()
  }

  @Test func aFileOutsideTheWorkspaceIsRefused() async throws {
    let place = try Place()
    let outside = try Place()
    let path = try outside.picture("a.png")
    mkdir(place.path("inner"), 0o755)
    let workspace = try await Workspace.open(root: place.path("inner"), tools: .tests())
    try place.picture("b.png")

    await #expect(throws: WorkspaceError.outsideWorkspace(path: path)) { try await workspace.importAsset(path) }
    await #expect(throws: WorkspaceError.outsideWorkspace(path: "../b.png")) {
      try await workspace.importAsset("../b.png")
    }
    await workspace.close()
  }

  @Test func aLinkThatLeavesTheWorkspaceIsRefused() async throws {
    let place = try Place()
    let outside = try Place()
    try outside.picture("a.png")
    symlink(outside.root, place.path("refs"))
    symlink(outside.path("a.png"), place.path("a.png"))
    let workspace = try await place.open()

    for path in ["refs/a.png", "a.png"] {
      await #expect(throws: WorkspaceError.outsideWorkspace(path: path)) { try await workspace.importAsset(path) }
    }
    await workspace.close()
  }

  @Test func aLinkInAShotListThatLeavesTheWorkspaceCountsAsMissing() async throws {
    let place = try Place()
    let outside = try Place()
    try outside.picture("front.png")
    symlink(outside.root, place.path("refs"))
    try place.write(bottleText, to: "bottle.kraf")
    let workspace = try await place.open()

    let error = await #expect(throws: WorkspaceError.self) {
      try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    }

    guard case .shotListIssues(let issues)? = error else {
      Issue.record("not issues: \(String(describing: error))")
      return
    }
    #expect(issues.map(\.line) == [3])
    await workspace.close()
  }

  @Test func krafdsOwnFilesAreNotImported() async throws {
    let place = try Place()
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.insideHouse(path: ".kraf/lock")) {
      try await workspace.importAsset(".kraf/lock")
    }
    await workspace.close()
  }

  @Test func aHeaderOfSixtyThousandPixelsASideIsRefusedByItsHeader() async throws {
    let place = try Place()
    let sides: [UInt8] = [0, 0, 0xEA, 0x60]
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    png += Array("IHDR".utf8) + sides + sides + [8, 6, 0, 0, 0, 0, 0, 0, 0]
    let path = try place.write(png, to: "huge.png")
    let workspace = try await place.open()

    let error = await #expect(throws: WorkspaceError.self) { try await workspace.importAsset("huge.png") }

    #expect(
      error
        == .unreadable(
          path: WorkspacePath.real(path) ?? "", .tooLarge(width: 60_000, height: 60_000, maxPixels: 100_000_000)))
    #expect(place.objects.isEmpty)
    await workspace.close()
  }

  @Test func aFolderIsNoPicture() async throws {
    let place = try Place()
    mkdir(place.path("refs"), 0o755)
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.notAPlainFile(path: "\(workspace.root)/refs")) {
      try await workspace.importAsset("refs")
    }
    await workspace.close()
  }

  @Test func aThumbnailIsMadeOnceAndFits() async throws {
    let place = try Place()
    try place.picture("a.png", width: 80, height: 40)
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")

    let first = try await workspace.thumbnail(of: asset.id, longerSide: 20)
    let header = try ImageFile.header(of: try FileReader.bytes(of: first.path, maxBytes: 10_000))
    try AtomicFile.write(Array("cached".utf8), to: first.path)
    let again = try await workspace.thumbnail(of: asset.id, longerSide: 20)

    #expect([header.width, header.height] == [20, 10])
    #expect([first.width, first.height] == [20, 10])
    #expect(again == first)
    #expect(try FileReader.bytes(of: again.path, maxBytes: 10_000) == Array("cached".utf8))
    await workspace.close()
  }

  @Test func aSmallPictureIsItsOwnThumbnail() async throws {
    let place = try Place()
    try place.picture("a.png", width: 8, height: 6)
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")

    #expect(try await workspace.thumbnail(of: asset.id, longerSide: 8).path == workspace.objectPath(of: asset.id))
    await workspace.close()
  }

  @Test(arguments: [0, -1, 2049, .max])
  func thumbnailsAreBounded(side: Int) async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")

    await #expect(throws: WorkspaceError.badSize(width: side, height: side)) {
      try await workspace.thumbnail(of: asset.id, longerSide: side)
    }
    await workspace.close()
  }

  @Test func anUnknownAssetIsSaidToBeUnknown() async throws {
    let place = try Place()
    let workspace = try await place.open()
    let id = AssetID(Digest.sha256(of: []))

    #expect(throws: WorkspaceError.noSuchAsset(id: id.hex)) { try workspace.objectPath(of: id) }
    #expect(throws: WorkspaceError.noSuchAsset(id: id.hex)) { try workspace.lineage(of: id) }
    await workspace.close()
  }

  @Test(arguments: ["", "abc", String(repeating: "G", count: 64), String(repeating: "a", count: 65), "../../x"])
  func namesOfAssetsAreDigests(text: String) {
    #expect(AssetID(text) == nil)
  }
}

@Suite struct ExportTests {
  private func imported(_ place: Place) async throws -> (Workspace, Asset) {
    try place.picture("a.png", width: 40, height: 20)
    let workspace = try await place.open()
    return (workspace, try await workspace.importAsset("a.png"))
  }

  @Test func anExportInItsOwnFormatIsTheFileItself() async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)

    try await workspace.export(ExportOrder(asset.id, to: "out.png"))

    #expect(
      try FileReader.bytes(of: place.path("out.png"), maxBytes: 10_000) == bytes(of: asset.id, in: workspace))
    await workspace.close()
  }

  @Test func theSuffixChoosesTheFormatAndTheBoxKeepsTheProportions() async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)

    let file = try await workspace.export(ExportOrder(asset.id, to: "out.JPG", width: 10, height: 10))

    #expect(file.format == .picture(.jpeg))
    #expect([file.width, file.height] == [10, 5])
    #expect(try FileReader.bytes(of: file.path, maxBytes: 10_000).count == file.byteCount)
    await workspace.close()
  }

  @Test(arguments: [".kraf/x.png", ".kraf/objects/x.png", "sub/../.kraf/x.png", "link/x.png", ".kraf"])
  func nothingIsWrittenIntoKrafdsFolder(path: String) async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)
    symlink(place.path(".kraf"), place.path("link"))

    await #expect(throws: WorkspaceError.insideHouse(path: path)) {
      try await workspace.export(ExportOrder(asset.id, to: path))
    }
    await workspace.close()
  }

  @Test func anExportThatFailsLeavesTheOldFile() async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)
    try place.write("old", to: "out.jpg")
    try AtomicFile.write(Array("damaged".utf8), to: try workspace.objectPath(of: asset.id))

    await #expect(throws: WorkspaceError.self) { try await workspace.export(ExportOrder(asset.id, to: "out.jpg")) }

    #expect(try FileReader.bytes(of: place.path("out.jpg"), maxBytes: 100) == Array("old".utf8))
    await workspace.close()
  }

  @Test func aFolderThatIsNotThereIsNamed() async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)

    await #expect(throws: WorkspaceError.folderNotWritable(path: "\(workspace.root)/nowhere")) {
      try await workspace.export(ExportOrder(asset.id, to: "nowhere/out.png"))
    }
    await workspace.close()
  }

  @Test(arguments: [0, -3, 65_536, .max])
  func sizesAreBounded(side: Int) async throws {
    let place = try Place()
    let (workspace, asset) = try await imported(place)

    await #expect(throws: WorkspaceError.badSize(width: side, height: 0)) {
      try await workspace.export(ExportOrder(asset.id, to: "out.png", width: side))
    }
    await workspace.close()
  }
}

@Suite struct UnwritableTests {
  /// `/proc` takes no files, whoever asks.
  @Test func aFolderThatTakesNoFilesIsNamedAndWorkGoesOn() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")

    await #expect(throws: WorkspaceError.folderNotWritable(path: "/proc")) {
      try await workspace.export(ExportOrder(asset.id, to: "/proc/out.png"))
    }
    try await workspace.export(ExportOrder(asset.id, to: "out.png"))
    await workspace.close()
  }

  @Test func aRootThatTakesNoFoldersIsNamed() async throws {
    await #expect(throws: WorkspaceError.self) { try await Workspace.open(root: "/proc", tools: .tests()) }
  }
}
