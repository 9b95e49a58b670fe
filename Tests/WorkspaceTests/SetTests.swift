import Catalog
import FoundationEssentials
import Generation
import Imaging
import Platform
import Testing

@testable import Workspace

private let setText = """
  # Bottle

  channels: amazon.main, shopify.product

  @front = refs/front.png

  ## hero

  style: pure-white
  size: 500x500
  seed: 90

  @front on white.

  ## lifestyle

  style: soft-gray-studio
  channel: shopify.product
  size: 120x150
  seed: 50

  @front on a table.
  """

/// A place with a shot list, a workspace for it, and a folder for the set.
private struct Shelf {
  let place: Place
  let workspace: Workspace

  init(_ text: String = setText, _ provider: BoxProvider = BoxProvider()) async throws {
    place = try Place()
    try place.bottle(text)
    var tools = WorkspaceTools(providers: ProviderRegistry([provider]), catalog: .builtIn)
    tools.cutter = .halving(confidence: 0.9)
    workspace = try await place.open(tools)
  }

  func render() async throws -> [Job] {
    try await workspace.made(GenerateOrder("bottle.kraf", key: "k\(UInt64.random(in: 0...9999999))"))
  }

  func export(_ channels: [String]? = nil, allowed: Set<String> = [], to folder: String = "out") async throws
    -> SetManifest
  {
    try await workspace.exportSet(SetExportOrder("bottle.kraf", channels: channels, to: folder, allowed: allowed))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try FileReader.bytes(of: place.path(name), maxBytes: 1 << 24)
  }
}

/// A product's set, as channels get it.
@Suite struct SetTests {
  @Test func everyShotGoesToTheSlotsThatTakeIt() async throws {
    let shelf = try await Shelf()
    _ = try await shelf.render()

    let manifest = try await shelf.export()

    #expect(manifest.leftOut == [])
    #expect(
      manifest.pictures.map(\.file) == [
        "amazon.main/bottle-hero.jpg", "shopify.product/bottle-hero.jpg", "shopify.product/bottle-lifestyle.jpg",
      ])
    #expect(manifest.pictures.map { [$0.width, $0.height] } == [[500, 500], [500, 500], [150, 150]])
    for picture in manifest.pictures {
      let bytes = try shelf.bytes("out/\(picture.file)")
      #expect(Digest.sha256(of: bytes).hex == picture.sha256)
      #expect(try ImageFile.header(of: bytes).width == picture.width)
      #expect(ImageFile.digitalSourceType(of: bytes) == .compositeSynthetic)
    }
    #expect(try ImageFile.header(of: shelf.bytes("out/contact-sheet.jpg")).width > 400)
    let written = try JSONDecoder().decode(SetManifest.self, from: Data(shelf.bytes("out/manifest.json")))
    #expect(written == manifest)
    await shelf.workspace.close()
  }

  @Test func theSameSetGivesTheSameFiles() async throws {
    let shelf = try await Shelf()
    _ = try await shelf.render()

    let manifest = try await shelf.export(to: "one")
    _ = try await shelf.export(to: "two")

    for name in manifest.pictures.map(\.file) + ["manifest.json", "contact-sheet.jpg"] {
      #expect(try shelf.bytes("one/\(name)") == shelf.bytes("two/\(name)"))
    }
    await shelf.workspace.close()
  }

  @Test(arguments: [
    ("style: pure-white", "style: soft-gray-studio", "bg.white"), ("seed: 90", "seed: 60", "fill.low"),
    ("size: 500x500", "size: 400x400", "file.size.min"), ("seed: 90", "seed: 100", "bg.white"),
    ("## hero", "## lifestyle first\n\nchannel: amazon.main\n", "role.slot"),
  ])
  func whatBreaksARuleIsLeftOutUnlessTheRuleIsAllowedToBeBroken(old: String, new: String, rule: String) async throws {
    let shelf = try await Shelf(setText.replacing(old, with: new, maxReplacements: 1))
    _ = try await shelf.render()

    let manifest = try await shelf.export(["amazon.main"])
    let forced = try await shelf.export(["amazon.main"], allowed: ["all"])

    #expect(manifest.pictures == [])
    #expect(manifest.leftOut.first?.reasons.map(\.rule).contains(rule) == true, "\(manifest.leftOut)")
    #expect(forced.leftOut == [])
    #expect(forced.pictures.first?.findings.map(\.rule).contains(rule) == true)
    await shelf.workspace.close()
  }

  @Test func aSlotOfAnotherShapeIsPaddedOnAPlainBackdrop() async throws {
    let shelf = try await Shelf(setText.replacing("size: 500x500", with: "size: 200x160"))
    _ = try await shelf.render()

    let manifest = try await shelf.export(["shopify.product"])

    let picture = try #require(manifest.pictures.first { $0.shot == "hero" })
    #expect([picture.width, picture.height] == [200, 200])
    let raster = try ImageFile.decode(shelf.bytes("out/\(picture.file)"))
    #expect(Array(raster.bytes[0..<3]) == [255, 255, 255])
    await shelf.workspace.close()
  }

  @Test func whatWasAcceptedStandsForItsShotAndWhatWasRejectedNever() async throws {
    let shelf = try await Shelf(setText.replacing("size: 500x500", with: "size: 100x100\ncount: 3"))
    let outputs = try #require(try await shelf.render().first).outputs
    try await shelf.workspace.judge(outputs[0], .rejected, note: "too small")
    let undecided = try await shelf.export(["shopify"]).pictures.filter { $0.shot == "hero" }
    try await shelf.workspace.judge(outputs[2], .accepted)

    let decided = try await shelf.export(["shopify"]).pictures.filter { $0.shot == "hero" }

    #expect(undecided.map(\.asset) == outputs[1...2].map(\.hex))
    #expect(undecided.map(\.verdict) == ["undecided", "undecided"])
    #expect(decided.map(\.asset) == [outputs[2].hex])
    #expect(decided.map(\.verdict) == ["accepted"])
    #expect(try shelf.workspace.verdict(on: outputs[0])?.note == "too small")
    try await shelf.workspace.judge(outputs[0], nil)
    #expect(try shelf.workspace.verdict(on: outputs[0]) == nil)
    await shelf.workspace.close()
  }

  @Test func aSlotGetsNoMorePicturesThanItTakes() async throws {
    let shelf = try await Shelf(setText.replacing("seed: 90", with: "seed: 90\ncount: 2"))
    _ = try await shelf.render()

    let manifest = try await shelf.export(["amazon.main"])

    #expect(manifest.pictures.map(\.file) == ["amazon.main/bottle-hero-1.jpg"])
    #expect(manifest.leftOut.flatMap(\.reasons).map(\.rule) == ["set.count.max"])
    await shelf.workspace.close()
  }

  @Test func whatIsNotMadeOrMadeFromOtherInputsIsSaid() async throws {
    let shelf = try await Shelf()
    let before = try await shelf.export()
    _ = try await shelf.render()
    try shelf.place.bottle(setText.replacing("seed: 90", with: "seed: 91"))

    let after = try await shelf.export()

    #expect(before.pictures == [])
    #expect(before.leftOut.flatMap(\.reasons).map(\.rule) == ["set.missing", "set.missing", "set.missing"])
    #expect(after.warnings == ["'hero' was made from other inputs than now; 'krafd plan' says which"])
    #expect(after.pictures.count == 3)
    await shelf.workspace.close()
  }

  @Test(arguments: [
    (IdentityRisk.low, "on", DigitalSourceType.compositeWithTrainedAlgorithmicMedia),
    (.high, "off", .trainedAlgorithmicMedia),
  ])
  func aFileSaysWhatWasReallyDone(risk: IdentityRisk, lock: String, type: DigitalSourceType) async throws {
    let shelf = try await Shelf(
      setText.replacing("seed: 90", with: "seed: 90\nlock: \(lock)"), BoxProvider("studio", risk: risk))
    _ = try await shelf.render()

    let manifest = try await shelf.export(["ebay"])

    #expect(manifest.pictures.map(\.sourceType) == [type.rawValue])
    await shelf.workspace.close()
  }

  @Test func coverageNamesTheQuestionsThatNothingAnswers() async throws {
    let shelf = try await Shelf(setText.components(separatedBy: "## lifestyle")[0])
    _ = try await shelf.render()

    let coverage = try shelf.workspace.coverage(
      ofShotList: "bottle.kraf", channels: ["meta.feed.portrait", "ebay.gallery"])

    #expect(coverage.questions.filter(\.isAnswered).map(\.role) == ["hero"])
    #expect(coverage.slots.map(\.pictures) == [0, 1])
    #expect(coverage.gaps.contains("Nothing shows how big it is; a lifestyle shot with 'dimensions:' does"))
    #expect(coverage.gaps.contains { $0.hasPrefix("meta.feed.portrait has no shot; ") })
    await shelf.workspace.close()
  }

  @Test func unknownChannelsAndListsWithoutAnyAreRefused() async throws {
    let shelf = try await Shelf(setText.replacing("channels: amazon.main, shopify.product\n", with: ""))

    await #expect(throws: WorkspaceError.noChannels(path: "bottle.kraf")) { try await shelf.export() }
    await #expect(throws: WorkspaceError.self) { try await shelf.export(["amazn"]) }
    #expect(PlainFolder.names(in: shelf.place.path("out")) == [])
    await shelf.workspace.close()
  }
}

/// What a person says of a picture.
@Suite struct VerdictTests {
  @Test func aNoteIsBounded() async throws {
    let shelf = try await Shelf()
    let output = try #require(try await shelf.render().first).outputs[0]

    await #expect(throws: WorkspaceError.tooLarge(path: "the note", maxBytes: 2_000)) {
      try await shelf.workspace.judge(output, .accepted, note: String(repeating: "x", count: 2_001))
    }
    #expect(try shelf.workspace.verdict(on: output) == nil)
    await shelf.workspace.close()
  }
}

/// Variants of one shot, side by side.
@Suite struct CompareTests {
  @Test func variantsAreRankedByHowTheyFitTheirSlotAndTheReasonIsSaid() async throws {
    let shelf = try await Shelf(
      setText.replacing("seed: 90", with: "seed: 90\ncompare: soft-gray-studio, pure-white\nchannel: amazon.main"))
    _ = try await shelf.render()
    let ids = try shelf.workspace.variants(ofShot: "hero", in: "bottle.kraf")

    let comparison = try await shelf.workspace.compare(ids, for: ["amazon.main"])

    #expect(comparison.pictures.map(\.style) == ["pure-white", "soft-gray-studio"])
    #expect(comparison.pictures.map(\.rank) == [1, 2])
    #expect(comparison.pictures[0].reasons == ["the product's own pixels", "fits 1 of 1 slots", "file.size.rec"])
    #expect(comparison.pictures[1].reasons.contains("fits 0 of 1 slots"))
    #expect(comparison.sheet.width > 1000)
    #expect(try shelf.workspace.lineage(of: comparison.sheet.id).filter { $0.operation == "compare" }.count == 2)
    await shelf.workspace.close()
  }

  @Test func aRejectedPictureIsLastWhateverItFits() async throws {
    let shelf = try await Shelf(
      setText.replacing("seed: 90", with: "seed: 90\ncompare: soft-gray-studio, pure-white\nchannel: amazon.main"))
    _ = try await shelf.render()
    let ids = try shelf.workspace.variants(ofShot: "hero", in: "bottle.kraf")
    let best = try await shelf.workspace.compare(ids, for: ["amazon.main"]).pictures[0].asset.id
    try await shelf.workspace.judge(best, .rejected)

    let comparison = try await shelf.workspace.compare(ids, for: ["amazon.main"])

    #expect(comparison.pictures.last?.asset.id == best)
    #expect(comparison.pictures.last?.reasons.first == "rejected")
    await shelf.workspace.close()
  }

  @Test func whatNoShotMadeCannotBeRanked() async throws {
    let shelf = try await Shelf()
    let photo = try await shelf.workspace.importAsset("refs/front.png")

    await #expect(throws: WorkspaceError.notGenerated(id: photo.id.hex)) {
      try await shelf.workspace.compare([photo.id])
    }
    await #expect(throws: WorkspaceError.self) { try await shelf.workspace.compare([]) }
    await shelf.workspace.close()
  }
}
