import Catalog
import Generation
import Imaging
import Testing

@testable import Workspace

/// A mask that a shot names says what of the photo is the product.
@Suite struct ShotMaskTests {
  private static let text = """
    # Bottle

    @front = refs/front.png
    @outline = refs/outline.png mask

    ## hero

    style: pure-white
    size: 16x16

    @front, cut out by @outline, on white.
    """

  /// 255 in the upper half, 0 below.
  private static let upper = Raster(
    width: 32, height: 32, format: .mask, bytes: (0..<32 * 32).map { $0 < 32 * 16 ? 255 : 0 })

  private func project(_ text: String = text, mask: Raster = upper) throws -> Place {
    let place = try Place()
    try place.bottle(text)
    try place.write(try ImageFile.encode(mask, as: .png), to: "refs/outline.png")
    return place
  }

  @Test func theMaskDecidesAndNobodyLooksForTheProduct() async throws {
    let place = try project()
    let (cuts, provider) = (Counter(), FlatProvider())
    var tools = WorkspaceTools.tests(provider)
    tools.cutter = .halving(confidence: 0.1) { cuts.count() }
    let workspace = try await place.open(tools)

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", key: "k")).first)

    let cutout = try #require(provider.asked.first?.product?.cutout)
    let photo = flat(32, 32, 200).bytes
    #expect(Array(cutout.bytes[..<(32 * 16 * 4)]) == Array(photo[..<(32 * 16 * 4)]))
    #expect(cutout.bytes[(32 * 16 * 4)...].allSatisfy { $0 == 0 })
    #expect(job.state == .done && job.warnings == ["flat"])
    #expect(cuts.value == 0)
    let sources = try workspace.lineage(of: try #require(job.outputs.first)).map { try workspace.asset($0.source).kind }
    #expect(sources.first == .cutout && Set(sources.dropFirst()) == [.photo, .mask])
    await workspace.close(in: place)
  }

  @Test func theCropIsTakenOfWhatTheMaskLeaves() async throws {
    let cropped = Self.text.replacing("size:", with: "crop: @front(8, 12, 10, 8)\nsize:")
    let place = try project(cropped)
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    let cutout = try #require(provider.asked.first?.product?.cutout)
    #expect([cutout.width, cutout.height] == [10, 8])
    let alpha: [UInt8] = stride(from: 3, to: cutout.bytes.count, by: 40).map { cutout.bytes[$0] }
    #expect(alpha == [255, 255, 255, 255, 0, 0, 0, 0])
    await workspace.close(in: place)
  }

  @Test func anotherMaskMakesAnotherPicture() async throws {
    let place = try project()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    let same = try workspace.plan(GenerateOrder("bottle.kraf", key: "plan")).jobs

    try place.write(
      try ImageFile.encode(
        Raster(width: 32, height: 32, format: .mask, bytes: Array(Self.upper.bytes.reversed())), as: .png),
      to: "refs/outline.png")
    let changed = try workspace.plan(GenerateOrder("bottle.kraf", key: "plan")).jobs
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k2"))

    #expect(same.map(\.action) == [.reuse])
    #expect(changed.map(\.action) == [.change])
    #expect(changed[0].changes == ["refs/outline.png has other content"])
    #expect(provider.asked.last?.product?.cutout.bytes[3] == 0)
    await workspace.close(in: place)
  }

  @Test func aPictureWithColorsIsNoMask() async throws {
    let colors = Raster(
      width: 32, height: 32, format: .srgba, bytes: (0..<32 * 32).flatMap { _ in [200, 10, 10, 255] as [UInt8] })
    let place = try project(mask: colors)
    let workspace = try await place.open()

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", key: "k")).first)

    #expect(job.state == .failed && job.failure?.reason == "unreadable")
    #expect(job.failure?.detail.contains("must be a gray picture, or one with transparency") == true)
    await workspace.close(in: place)
  }

  @Test func aPreviewIsCutByTheMaskToo() async throws {
    let place = try project()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    try await workspace.preview(
      PreviewOrder("bottle.kraf", text: Self.text, shot: "hero", side: 16), isCancelled: { false }, show: { _ in })

    let cutout = try #require(provider.asked.first?.product?.cutout)
    #expect(cutout.bytes[3] == 255 && cutout.bytes[cutout.bytes.count - 1] == 0)
    await workspace.close(in: place)
  }
}
