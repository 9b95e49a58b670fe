import Catalog
import Imaging
import Platform
import Providers
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/preview/*`: small pictures of a shot while it is written.
@Suite struct PreviewMethodTests {
  private static let picture = PreviewPicture.method

  private static func shop() throws -> Shop {
    let studio = try #require(Catalog.builtIn.models["studio"])
    return try Shop(StudioProvider(card: studio, vocabulary: Catalog.builtIn.vocabulary))
  }

  private func editing() async throws -> (Shop, TestClient, String) {
    let shop = try Self.shop()
    let client = try await shop.editor()
    let uri = FileURI.uri(of: shop.list)
    try client.open(uri, Shop.shotList)
    return (shop, client, uri)
  }

  private func pictures(_ client: TestClient, version: Int?) async throws -> [PreviewPicture] {
    var all: [PreviewPicture] = []
    while all.last?.done != true {
      let params = try await client.notification(Self.picture) { $0["version"]?.intValue == version }
      all.append(try PreviewPicture(json: params))
    }
    return all
  }

  @Test func picturesGoFromRoughToFineAndSayWhatTheyAre() async throws {
    let (shop, client, uri) = try await editing()

    let started = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    let shown = try await pictures(client, version: 1)

    #expect(started == PreviewStart.Reply(preview: "p1", shot: "hero"))
    #expect(shown.map(\.step) == shown.map(\.step).sorted() && shown.last?.step == shown.last?.steps)
    let last = try #require(shown.last)
    #expect(last.width == 48 && last.height == 48 && last.preview == "p1" && last.uri == uri)
    let file = try ImageFile.decode(try FileReader.bytes(of: last.path, maxBytes: 1 << 20))
    #expect([file.width, file.height] == [last.width, last.height])
    #expect(last.truth == "product pixels as in photos/front.png")
    #expect(last.cost?.hasPrefix("1 picture · free") == true)
    withExtendedLifetime(shop) {}
  }

  @Test func theSameTextGivesTheSameBytes() async throws {
    let (shop, client, uri) = try await editing()
    var last: [String] = []
    for _ in 0..<2 {
      _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
      let picture = try #require(try await pictures(client, version: 1).last)
      last.append(Digest.sha256(of: try FileReader.bytes(of: picture.path, maxBytes: 1 << 20)).hex)
    }

    #expect(last[0] == last[1])
    withExtendedLifetime(shop) {}
  }

  @Test func everyChangeBeginsAnotherPictureAndTheOldOneIsNotShownAnyMore() async throws {
    let (shop, client, uri) = try await editing()
    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 128))
    for version in 2...9 {
      try client.change(uri, version: version, [LSPContentChange(text: Shop.shotList + "\n// \(version)\n")])
    }

    let shown = try await pictures(client, version: 9)

    #expect(shown.last?.done == true)
    let versions = client.received.compactMap { message -> Int? in
      guard case .notification(Self.picture, let params?) = message else { return nil }
      return params["version"]?.intValue
    }
    #expect(versions == versions.sorted())
    withExtendedLifetime(shop) {}
  }

  @Test func aMistakeIsToldAndTheNextChangeMendsIt() async throws {
    let (shop, client, uri) = try await editing()
    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    _ = try await pictures(client, version: 1)

    try client.change(uri, version: 2, [LSPContentChange(text: Shop.shotList.replacing("## hero", with: "## hera"))])
    let problem = try PreviewProblem(json: try await client.notification(PreviewProblem.method))
    try client.change(uri, version: 3, [LSPContentChange(text: Shop.shotList)])

    #expect(problem.version == 2 && problem.shot == "hero" && problem.message.contains("No shot is named 'hero'"))
    #expect(try await pictures(client, version: 3).last?.done == true)
    withExtendedLifetime(shop) {}
  }

  @Test func whatCannotBeShownIsToldWithThePicture() async throws {
    let (shop, client, uri) = try await editing()
    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))

    try client.change(
      uri, version: 2, [LSPContentChange(text: Shop.shotList.replacing("on white.", with: "on grass."))])
    let last = try #require(try await pictures(client, version: 2).last)

    #expect(
      last.warnings
        == ["Line 11: The studio cannot render 'grass'; leave it out, or take a photo or another model"])
    withExtendedLifetime(shop) {}
  }

  @Test func aStoppedPreviewIsSilent() async throws {
    let (shop, client, uri) = try await editing()
    let preview = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64)).preview
    _ = try await pictures(client, version: 1)

    _ = try await client.request(PreviewStop(preview: preview))
    _ = try await client.request(PreviewStop(preview: preview))
    try client.change(uri, version: 2, [LSPContentChange(text: Shop.shotList + "\n")])
    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    _ = try await pictures(client, version: 2)

    let told = client.received.compactMap { message -> JSONValue? in
      guard case .notification(Self.picture, let params?) = message else { return nil }
      return params
    }
    #expect(told.allSatisfy { ($0["preview"] == "p1") == ($0["version"] == 1) })
    withExtendedLifetime(shop) {}
  }

  @Test func aSessionHasOnePreviewAndOthersHaveTheirOwn() async throws {
    let (shop, first, uri) = try await editing()
    let second = try await shop.editor()
    try second.open(uri, Shop.shotList)

    let names = [
      try await first.request(PreviewStart(uri: uri, shot: "hero", px: 64)).preview,
      try await first.request(PreviewStart(uri: uri, position: LSPPosition(line: 14, character: 0), px: 64)).preview,
      try await second.request(PreviewStart(uri: uri, shot: "hero", px: 64)).preview,
    ]
    let shown = try await first.notification(Self.picture) { $0["preview"] == "p2" && $0["done"] == true }

    #expect(names == ["p1", "p2", "p1"])
    #expect(shown["shot"] != "hero")
    #expect(try await pictures(second, version: 1).allSatisfy { $0.shot == "hero" })
    withExtendedLifetime(shop) {}
  }

  @Test func aClosedListIsShownFromItsFile() async throws {
    let shop = try Self.shop()
    let client = try await shop.editor()

    _ = try await client.request(PreviewStart(uri: FileURI.uri(of: shop.list), shot: "hero", px: 64))

    #expect(try await pictures(client, version: nil).last?.done == true)
    withExtendedLifetime(shop) {}
  }

  @Test func nothingOfAPreviewIsStored() async throws {
    let (shop, client, uri) = try await editing()
    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    _ = try await pictures(client, version: 1)

    #expect(try await client.request(AssetList(workspace: shop.root)).assets.allSatisfy { $0.kind == "preview" })
    #expect(try await client.request(KrafLedger(workspace: shop.root)).entries.isEmpty)
    withExtendedLifetime(shop) {}
  }

  @Test(arguments: [
    (PreviewStart(uri: "untitled:x", shot: "hero"), "notOnDisk"),
    (PreviewStart(uri: "file:///x.kraf"), "noShot"),
  ])
  func whatCannotBeFollowedIsRefused(_ request: PreviewStart, reason: String) async throws {
    let (shop, client, _) = try await editing()

    #expect(try await client.refusal(of: request).reason == reason)
    withExtendedLifetime(shop) {}
  }

  @Test func aPhotoOfTenGigapixelsIsToldInOneSentenceAndTheNextChangeMendsIt() async throws {
    let (shop, client, uri) = try await editing()
    let sides: [UInt8] = [0, 1, 0x86, 0xA0]
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    png += Array("IHDR".utf8) + sides + sides + [8, 6, 0, 0, 0, 0, 0, 0, 0]
    try shop.write(png, to: "photos/huge.png")
    try client.change(
      uri, version: 2, [LSPContentChange(text: Shop.shotList.replacing("front.png", with: "huge.png"))])

    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    let problem = try PreviewProblem(json: try await client.notification(PreviewProblem.method))
    try client.change(uri, version: 3, [LSPContentChange(text: Shop.shotList)])

    #expect(problem.version == 2 && problem.message.contains("photos/huge.png"), "\(problem.message)")
    #expect(try await pictures(client, version: 3).last?.done == true)
    withExtendedLifetime(shop) {}
  }

  @Test func aPhotoThatIsGoneIsToldInOneSentence() async throws {
    let (shop, client, uri) = try await editing()
    File.remove(shop.photo)

    _ = try await client.request(PreviewStart(uri: uri, shot: "hero", px: 64))
    let problem = try PreviewProblem(json: try await client.notification(PreviewProblem.method))

    #expect(problem.message.contains("photos/front.png"))
    withExtendedLifetime(shop) {}
  }
}
