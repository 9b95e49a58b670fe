import Imaging
import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/edit` with masks: assets that other edits, also of other pictures, can use.
@Suite struct EditMaskTests {
  /// A mask asset of the shop's photo, as a cut-out job answers it.
  private func cut(_ shop: Shop, _ client: TestClient) async throws -> (photo: String, mask: AssetDescription) {
    let photo = try await client.request(AssetImport(path: shop.photo)).asset
    let job = try await client.made(KrafEdit(asset: photo, operation: "removeBackground", key: "cut"))
    return (photo, try #require(job.outputs.last))
  }

  @Test func aCutOutAnswersItsMaskAsAnAsset() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo))

    let job = try await client.made(KrafEdit(asset: photo.asset, operation: "removeBackground", key: "k"))

    #expect(job.outputs.map(\.kind) == ["cutout", "mask"])
    let mask = try #require(job.outputs.last)
    #expect([mask.width, mask.height] == [48, 48])
    let levels = try ImageFile.decodeMask(try FileReader.bytes(of: mask.path, maxBytes: 1 << 20))
    let cutout = try ImageFile.decode(try FileReader.bytes(of: job.outputs[0].path, maxBytes: 1 << 20))
    #expect(levels.bytes == stride(from: 3, to: cutout.bytes.count, by: 4).map { cutout.bytes[$0] })
    let lineage = try await client.request(AssetLineage(asset: mask.asset))
    #expect(lineage.ancestors == [photo])
    #expect(try await client.request(AssetList(kind: "mask")).assets == [mask])
  }

  @Test func aMaskIsUsedOnAnotherPictureOfAnotherSize() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let (_, mask) = try await cut(shop, client)
    try shop.write(
      ImageFile.encode(Raster(width: 96, height: 60, format: .srgba, filledWith: 255), as: .png), to: "white.png")
    let white = try await client.request(AssetImport(path: shop.path("white.png")))

    let job = try await client.made(
      KrafEdit(asset: white.asset, operation: "applyMask", mask: mask.asset, key: "k"))

    #expect(job.state == .done)
    let output = try #require(job.outputs.first)
    #expect([output.width, output.height] == [96, 60])
    let picture = try ImageFile.decode(try FileReader.bytes(of: output.path, maxBytes: 1 << 20))
    #expect(picture.pixel(48, 30) == [255, 255, 255, 255])
    #expect(picture.pixel(2, 2) == [0, 0, 0, 0])
    let lineage = try await client.request(AssetLineage(asset: output.asset))
    #expect(Set(lineage.edges.filter { $0.to == output.asset }.map(\.from)) == [white.asset, mask.asset])
  }

  @Test func aMaskIsRefinedByAStroke() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let (photo, mask) = try await cut(shop, client)

    let job = try await client.made(
      KrafEdit(
        asset: photo, operation: "refineMask", parameters: ["background": [[24, 24]], "brush": 4], mask: mask.asset,
        key: "k"))

    #expect(job.outputs.map(\.kind) == ["cutout", "mask"])
    let picture = try ImageFile.decode(try FileReader.bytes(of: job.outputs[0].path, maxBytes: 1 << 20))
    #expect(picture.pixel(24, 24) == [0, 0, 0, 0])
  }

  @Test func aMaskMayBeAFile() async throws {
    let shop = try Shop()
    let client = try await shop.script()
    let path = try shop.write(
      ImageFile.encode(DrawnProduct.disc(side: 48).coverage, as: .png), at: shop.outside("camera/mask.png"))

    let job = try await client.made(
      KrafEdit(path: shop.photo, operation: "separateShadow", maskPath: path, key: "k"))

    #expect(job.state == .done)
    #expect(job.outputs.map(\.kind) == ["output"])
    let picture = try ImageFile.decode(
      try FileReader.bytes(of: try #require(job.outputs.first).path, maxBytes: 1 << 20))
    #expect(picture.pixel(24, 24) == [0, 0, 0, 0])
  }

  @Test func aCutOutServesAsAMask() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo)).asset
    let cut = try await client.made(KrafEdit(asset: photo, operation: "removeBackground", key: "cut"))

    let job = try await client.made(
      KrafEdit(asset: photo, operation: "applyMask", mask: try #require(cut.outputs.first).asset, key: "k"))

    #expect(job.outputs.last == cut.outputs.last)
  }

  @Test func theSameKeyEditsOnceAlsoWithAMask() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let (photo, mask) = try await cut(shop, client)
    let order = KrafEdit(asset: photo, operation: "applyMask", mask: mask.asset, key: "k")

    let first = try await client.request(order).job

    #expect(try await client.request(order).job == first)
    #expect(try await client.request(JobWait(job: first)).state == .done)
  }

  @Test func aMaskThatIsNotTakenOrMissingIsRefusedAtOnce() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo)).asset

    let unwanted = try await client.refusal(
      of: KrafEdit(asset: photo, operation: "resize", parameters: ["width": 4], mask: photo, key: "a"))
    let missing = try await client.refusal(of: KrafEdit(asset: photo, operation: "refineMask", key: "b"))

    #expect(unwanted.reason == "badParameter")
    #expect(unwanted.message == "The parameter 'mask' does not fit: resize takes no mask")
    #expect(missing.message == "The parameter 'mask' does not fit: refineMask needs a mask")
    #expect(try await client.request(JobList()).jobs == [])
  }

  @Test func unknownMasksAreNamed() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let unknown = AssetMethodTests.unknown

    let asset = try await client.refusal(
      of: KrafEdit(path: shop.photo, operation: "applyMask", mask: unknown, key: "a", workspace: shop.root))
    let file = try await client.refusal(
      of: KrafEdit(
        path: shop.photo, operation: "applyMask", maskPath: shop.path("gone.png"), key: "b", workspace: shop.root))
    let both = try await client.refusal(
      of: KrafEdit(path: shop.photo, operation: "applyMask", mask: unknown, maskPath: "/a.png", key: "c"))

    #expect(asset.reason == "noSuchAsset")
    #expect(file.message == "'\(shop.path("gone.png"))' does not exist; check the path")
    #expect(both.message == "params: expected only one of 'mask' and 'maskPath', found both")
  }

  @Test func aPhotoIsNoMask() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let photo = try await client.request(AssetImport(path: shop.photo)).asset

    let job = try await client.made(KrafEdit(asset: photo, operation: "applyMask", mask: photo, key: "k"))

    #expect(job.state == .failed)
    #expect(try #require(job.error).message.contains("mask must be a gray picture, or one with transparency"))
  }

  @Test func theCatalogTellsWhoTakesMasks() async throws {
    let items = try await Shop().script().request(CatalogOperations()).items

    let uses = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.mask) })
    #expect(uses["resize"] == MaskUse.none)
    #expect(uses["refineMask"] == .needed)
    #expect(uses["applyMask"] == .needed)
    #expect(uses["separateShadow"] == .optional)
  }
}

extension Raster {
  /// The bytes of one pixel.
  fileprivate func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let start = (y * width + x) * format.bytesPerPixel
    return Array(bytes[start..<start + format.bytesPerPixel])
  }
}
