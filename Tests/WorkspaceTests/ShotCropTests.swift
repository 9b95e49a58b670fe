import Generation
import Imaging
import Testing

@testable import Workspace

/// A crop takes a part of a product that was found in its whole photo.
@Suite struct ShotCropTests {
  /// Two shots of a photo of 32 × 32 px, whose right half the test's cutter takes for the product.
  private static func text(_ crops: String...) -> String {
    let shots = crops.enumerated().map {
      "## hero \($0.offset)\n\nsize: 16x16\nseed: \($0.offset)\ncrop: @front(\($0.element))\n\n@front on white.\n"
    }
    return "# Bottle\n\n@front = refs/front.png\n\n" + shots.joined(separator: "\n")
  }

  private func alphaOfFirstRow(_ raster: Raster) -> [UInt8] {
    (0..<raster.width).map { raster.bytes[$0 * 4 + 3] }
  }

  @Test func cropsShareOneCutOutOfTheWholePhoto() async throws {
    let place = try Place()
    try place.bottle(Self.text("12, 4, 8, 8", "14, 0, 18, 32"))
    let (cuts, provider) = (Counter(), FlatProvider())
    var tools = WorkspaceTools.tests(provider)
    tools.cutter = .halving(confidence: 0.3) { cuts.count() }
    let workspace = try await place.open(tools)

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    let products = provider.asked.compactMap(\.product?.cutout)
    #expect(products.map(\.width).sorted() == [8, 18])
    for product in products {
      let clear = product.width == 8 ? 4 : 2
      let expected = (0..<product.width).map { $0 < clear ? UInt8(0) : 255 }
      #expect(alphaOfFirstRow(product) == expected)
    }
    #expect(cuts.value == 1)
    #expect(jobs.allSatisfy { $0.warnings.contains { $0.hasPrefix("Check the cut-out: its confidence is 30 %") } })
    let edges = try workspace.lineage(of: try #require(jobs[0].outputs.first))
    #expect(try edges.map { try workspace.asset($0.source).kind } == [.cutout, .photo])
    await workspace.close(in: place)
  }

  @Test func whereTheWholePhotosProductIsElsewhereTheCropIsCutOutByItself() async throws {
    let place = try Place()
    try place.bottle(Self.text("0, 0, 8, 8"))
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    let product = try #require(provider.asked.first?.product?.cutout)
    #expect(alphaOfFirstRow(product) == [0, 0, 0, 0, 255, 255, 255, 255])
    await workspace.close(in: place)
  }

  @Test(arguments: [
    ("12, 4, 8, 8", [0, 0, 0, 0, 255, 255, 255, 255]), ("0, 0, 8, 8", [0, 0, 0, 0, 255, 255, 255, 255]),
  ])
  func aPreviewShowsTheSameProduct(crop: String, expected: [UInt8]) async throws {
    let place = try Place()
    try place.bottle(Self.text(crop))
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    let order = PreviewOrder("bottle.kraf", text: Self.text(crop), shot: "hero-0", side: 16)

    try await workspace.preview(order, isCancelled: { false }, show: { _ in })
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    try await workspace.preview(order, isCancelled: { false }, show: { _ in })

    #expect(provider.asked.compactMap(\.product?.cutout).map(alphaOfFirstRow) == [expected, expected, expected])
    await workspace.close(in: place)
  }
}
