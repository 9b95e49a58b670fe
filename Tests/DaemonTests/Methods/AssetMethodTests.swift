import Glibc
import Imaging
import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/asset/*` and `kraf/canvas/get`.
@Suite struct AssetMethodTests {
  /// The name of an asset that is nowhere.
  static let unknown = String(repeating: "0", count: 64)

  @Test func anImportedPhotoIsDescribedAsItIs() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let bytes = try FileReader.bytes(of: shop.photo, maxBytes: 1 << 20)

    let asset = try await client.request(AssetImport(path: shop.photo))

    #expect(asset.asset == Digest.sha256(of: bytes).hex)
    #expect(asset.kind == "photo")
    #expect(asset.mediaType == "image/png")
    #expect([asset.width, asset.height, asset.byteCount] == [48, 48, bytes.count])
    #expect(try FileReader.bytes(of: asset.path, maxBytes: 1 << 20) == bytes)
    #expect(try await client.request(AssetImport(path: shop.photo)) == asset)
    #expect(try await client.request(AssetList(kind: "photo")).assets == [asset])
    #expect(try await client.request(AssetList(kind: "output")).assets == [])
  }

  @Test func aThumbnailIsAsLongAsItWasAskedToBe() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await made(shop.list, "campaign-launch", client)

    let small = try await client.request(AssetThumbnail(asset: asset.asset, px: 24))
    let whole = try await client.request(AssetThumbnail(asset: asset.asset, px: 2048))

    let picture = try ImageFile.decode(try FileReader.bytes(of: small.path, maxBytes: 1 << 20))
    #expect([picture.width, picture.height] == [24, 16])
    #expect([small.width, small.height] == [24, 16])
    #expect(small.mediaType == "image/png")
    #expect([whole.width, whole.height] == [48, 32])
    #expect(try await client.request(AssetThumbnail(asset: asset.asset, px: 24)) == small)
  }

  @Test(arguments: [0, 2049, -1]) func aThumbnailOfAnotherSizeIsRefused(px: Int) async throws {
    let error = try await Shop().worker().refusal(of: AssetThumbnail(asset: Self.unknown, px: px))

    #expect(error.message == "params.px: expected a number from 1 to 2048, found \(px)")
  }

  @Test func theHistoryOfAPictureLeadsToThePhoto() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let output = try await made(shop.list, "hero", client)
    let photo = try await client.request(AssetImport(path: shop.photo))

    let lineage = try await client.request(AssetLineage(asset: output.asset))

    let cutout = try #require(lineage.ancestors.first { $0.kind == "cutout" })
    #expect(lineage.ancestors.count == 2)
    #expect(lineage.ancestors.contains(photo))
    #expect(Set(lineage.edges.map(\.operation)) == ["cutout", "generate"])
    let cut = try #require(lineage.edges.first { $0.operation == "cutout" })
    let generated = try #require(lineage.edges.first { $0.operation == "generate" })
    #expect([cut.from, cut.to] == [photo.asset, cutout.asset])
    #expect([generated.from, generated.to] == [cutout.asset, output.asset])
    #expect(generated.job != nil)
  }

  @Test func anExportHasTheFormatAndTheWidthAskedFor() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await made(shop.list, "campaign-launch", client)

    let file = try await client.request(AssetExport(asset: asset.asset, path: shop.outside("launch.jpg"), width: 24))

    let bytes = try FileReader.bytes(of: shop.outside("launch.jpg"), maxBytes: 1 << 20)
    let header = try ImageFile.header(of: bytes)
    #expect(file == AssetExport.Reply(path: shop.outside("launch.jpg"), byteCount: bytes.count, width: 24, height: 16))
    #expect(header.format == .jpeg)
    #expect([header.width, header.height] == [24, 16])
  }

  @Test func theFormatThatIsNamedCountsMoreThanTheSuffix() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await client.request(AssetImport(path: shop.photo))

    try await client.request(AssetExport(asset: asset.asset, path: shop.outside("mug.png"), format: .webp))

    let bytes = try FileReader.bytes(of: shop.outside("mug.png"), maxBytes: 1 << 20)
    #expect(try ImageFile.header(of: bytes).format == .webp)
  }

  @Test(arguments: [nil, ExportFormat.mp4]) func aPictureThatDoesNotMoveBecomesNoVideo(format: ExportFormat?)
    async throws
  {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await client.request(AssetImport(path: shop.photo))

    let error = try await client.refusal(
      of: AssetExport(asset: asset.asset, path: shop.outside("mug.mp4"), format: format))

    #expect(error.reason == "notAClip")
    #expect(
      error.message
        == "'\(asset.asset)' is a picture that does not move; take png, jpeg or webp, or export a clip as mp4")
    #expect(access(shop.outside("mug.mp4"), F_OK) != 0)
  }

  @Test func anUnchangedExportIsTheFileByteForByte() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await client.request(AssetImport(path: shop.photo))

    try await client.request(AssetExport(asset: asset.asset, path: shop.outside("mug.png")))

    #expect(
      try FileReader.bytes(of: shop.outside("mug.png"), maxBytes: 1 << 20)
        == FileReader.bytes(of: shop.photo, maxBytes: 1 << 20))
  }

  @Test func anExportWithoutAFolderNamesIt() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await client.request(AssetImport(path: shop.photo))

    let error = try await client.refusal(of: AssetExport(asset: asset.asset, path: shop.outside("gone/mug.png")))

    #expect(error.reason == "folderNotWritable")
    #expect(
      error.message == "'\(shop.outside("gone"))' cannot be written; check that the folder exists and its permissions")
  }

  @Test func anExportIntoKrafdsOwnFolderIsRefused() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let asset = try await client.request(AssetImport(path: shop.photo))

    let error = try await client.refusal(of: AssetExport(asset: asset.asset, path: shop.path(".kraf/mug.png")))

    #expect(error.message == "'\(shop.path(".kraf/mug.png"))' lies in krafd's own folder; choose another place")
  }

  @Test func anUnknownAssetIsNamedByEveryMethod() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let sentence = "No asset is named '\(Self.unknown)'; kraf/asset/list lists them"

    let errors = [
      try await client.refusal(of: AssetGet(asset: Self.unknown)),
      try await client.refusal(of: AssetThumbnail(asset: Self.unknown, px: 8)),
      try await client.refusal(of: AssetLineage(asset: Self.unknown)),
      try await client.refusal(of: AssetExport(asset: Self.unknown, path: shop.outside("a.png"))),
      try await client.refusal(of: KrafEdit(asset: Self.unknown, operation: "pad", key: "k")),
    ]

    #expect(errors.map(\.message) == Array(repeating: sentence, count: 5))
    #expect(Set(errors.map(\.reason)) == ["noSuchAsset"])
  }

  @Test func aNameThatIsNoAssetIsABadParameter() async throws {
    let error = try await Shop().worker().refusal(of: AssetGet.method, ["asset": "front.png"])

    #expect(error.code == -32602)
    #expect(
      error.message == "params.asset: expected an asset: 64 lower-case hexadecimal digits, found 'front.png'")
  }

  @Test func anUnknownKindIsAnsweredWithTheKnownOnes() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let listed = try await client.refusal(of: AssetList(kind: "sketch"))
    let imported = try await client.refusal(of: AssetImport(path: shop.photo, kind: "sketch"))

    #expect(listed.reason == "badKind")
    #expect(listed.message == imported.message)
    #expect(
      listed.message == "No kind of asset is named 'sketch'; there are photo, cutout, mask, output, preview")
  }

  @Test func aPhotoThatIsNoPictureIsNamed() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let path = try shop.write(Array("Dear diary".utf8), to: "diary.png")

    let error = try await client.refusal(of: AssetImport(path: path))

    #expect(error.reason == "unknownFormat")
    #expect(
      error.message == "'\(path)' is not a picture that krafd reads; give it a PNG, JPEG or WebP file")
  }

  @Test func anUnknownJobIsNamedByEveryMethod() async throws {
    let client = try await Shop().worker()

    let errors = [
      try await client.refusal(of: JobGet(job: "j17")), try await client.refusal(of: JobWait(job: "j17")),
      try await client.refusal(of: JobWait(job: "j17", timeoutMs: 1)),
      try await client.refusal(of: JobCancel(job: "j17")),
    ]

    #expect(
      errors.map(\.message) == Array(repeating: "No job is named 'j17'; kraf/job/list lists them", count: 4))
  }

  private func made(_ list: String, _ shot: String, _ client: TestClient) async throws -> AssetDescription {
    let jobs = try await client.made(KrafGenerate(path: list, shots: [shot], key: "order"))
    return try #require(jobs.first?.outputs.first)
  }
}
