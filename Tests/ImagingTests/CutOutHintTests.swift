import Foundation
import Imaging
import Testing

/// What a user points out always holds.
@Suite struct CutOutHintTests {
  /// Two alike discs; only a hint can tell which one is meant.
  private static let twins = CutOutScene(
    background: CutOutScene.sweep(215), product: { _, y in SIMD3(150, 60, 40) + 0.1 * y },
    covers: { disc(65, 100, 40)($0, $1) || disc(175, 100, 40)($0, $1) }
  ).render().photo

  private func alpha(_ result: CutOut, _ x: Int, _ y: Int) -> UInt8 { result.mask.bytes[y * result.mask.width + x] }

  @Test func aBoxLeavesOutWhatLiesOutside() throws {
    let box = CutOut.Bounds(x: 133, y: 58, width: 84, height: 84)

    let result = try CutOut.find(in: Self.twins, hints: CutOut.Hints(box: box))

    #expect(overlap(result.mask, only(disc(175, 100, 40))) > 0.97)
    for y in 0..<200 {
      for x in 0..<240 where !(box.x..<box.x + box.width).contains(x) || !(box.y..<box.y + box.height).contains(y) {
        try #require(alpha(result, x, y) == 0)
      }
    }
  }

  /// People draw boxes as they like.
  @Test(arguments: [1, 4, 10])
  func aBoxMayBeTightOrLoose(margin: Int) throws {
    let box = CutOut.Bounds(x: 135 - margin, y: 60 - margin, width: 80 + 2 * margin, height: 80 + 2 * margin)

    let result = try CutOut.find(in: Self.twins, hints: CutOut.Hints(box: box))

    #expect(overlap(result.mask, only(disc(175, 100, 40))) > 0.97)
  }

  /// White print on a carton that stands before white things.
  @Test(arguments: [("carton-table", 0.99), ("bottle-table", 0.96)])
  func whatIsInABoxKeepsItsLabels(name: String, least: Double) throws {
    let photos = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples/photos")
    func picture(_ file: String) throws -> Raster {
      try ImageFile.decode([UInt8](Data(contentsOf: photos.appendingPathComponent(file))))
    }
    let photo = try picture(name + ".jpg")
    let truth = try picture(name + ".alpha.png")
    let step = truth.bytes.count / (truth.width * truth.height)
    let held = (0..<truth.width * truth.height).map { truth.bytes[$0 * step] }
    let inside = held.indices.filter { held[$0] > 25 }
    let (columns, rows) = (inside.map { $0 % truth.width }, inside.map { $0 / truth.width })
    let margin = 3 * truth.width / 100
    let (left, top) = (try #require(columns.min()) - margin, try #require(rows.min()) - margin)
    let box = CutOut.Bounds(
      x: left, y: top, width: try #require(columns.max()) + margin - left,
      height: try #require(rows.max()) + margin - top)

    let result = try CutOut.find(in: photo, hints: CutOut.Hints(box: box))

    #expect(overlap(result.mask, held) > least)
  }

  @Test func aStrokeOnTheBackgroundTakesADiscAway() throws {
    let stroke = CutOut.Stroke(points: [SIMD2(45, 90), SIMD2(85, 110)], width: 12)

    let result = try CutOut.find(in: Self.twins, hints: CutOut.Hints(background: [stroke]))

    #expect(overlap(result.mask, only(disc(175, 100, 40))) > 0.97)
  }

  @Test func aStrokeOnTheProductKeepsWhatIsUnderIt() throws {
    // On the empty backdrop, where nothing else speaks for a product.
    let dot = CutOut.Stroke(points: [SIMD2(120, 30)], width: 16)

    let result = try CutOut.find(in: Self.twins, hints: CutOut.Hints(product: [dot]))

    #expect(alpha(result, 120, 30) == 255)
    #expect(alpha(result, 65, 100) == 255)
  }

  @Test func hintsReplaceTransparencyOfThePhotoItself() throws {
    var photo = Self.twins
    for pixel in 0..<240 * 20 { photo.bytes[pixel * 4 + 3] = 0 }

    let kept = try CutOut.find(in: photo)
    let cut = try CutOut.find(in: photo, hints: CutOut.Hints(box: CutOut.Bounds(x: 133, y: 58, width: 84, height: 84)))

    #expect(kept.reasons.contains(.ownTransparency))
    #expect(overlap(cut.mask, only(disc(175, 100, 40))) > 0.97)
  }

  @Test(
    arguments: [
      (["box": .numbers([1, 2, 3])], "box", "must have four numbers: left, top, width and height above 0"),
      (["box": .numbers([1, 2, 0, 3])], "box", "must have four numbers: left, top, width and height above 0"),
      (["box": .numbers([1, 2, .nan, 3])], "box", "must be between -1000000 and 1000000"),
      (["product": .lines([[1, 2, 3]])], "product", "must have an x and a y for each point"),
      (["product": .lines([[]])], "product", "must have an x and a y for each point"),
      (["background": .text("here")], "background", "must be a list of lists of x and y"),
      (["background": .lines([[1, .infinity]])], "background", "must be between -1000000 and 1000000"),
      (
        ["product": .lines([Array(repeating: 1, count: 40_002)])], "product", "must have at most 20000 points"
      ),
      (["brush": .number(0)], "brush", "must be between 1 and 1000"),
    ] as [(OperationParameters, String, String)])
  func badHintsAreNamed(_ parameters: OperationParameters, _ name: String, _ detail: String) {
    #expect(throws: ImagingError.badParameter(name: name, detail: detail)) {
      try operation(named: "removeBackground", parameters)
    }
  }

  @Test func aBoxOutsideThePhotoIsNamed() throws {
    let made = try operation(named: "removeBackground", ["box": .numbers([300, 10, 50, 50])])

    #expect(
      throws: ImagingError.badParameter(name: "box", detail: "must lie on the picture, which has 240 × 200 px")
    ) { try made.apply(to: Self.twins) { false } }
  }

  @Test func hintsFarOutsideAreHarmless() throws {
    let parameters: OperationParameters = [
      "product": .lines([[-1e6, -1e6, 1e6, 1e6]]), "background": .lines([[1e6, -1e6]]), "brush": .number(1000),
    ]

    let result = try operation(named: "removeBackground", parameters).apply(to: Self.twins) { false }

    #expect(result.raster.width == 240)
  }

  private func only(_ covers: @escaping (Double, Double) -> Bool) -> [UInt8] {
    CutOutScene(background: CutOutScene.sweep(215), product: { _, _ in .zero }, covers: covers).render().truth
  }
}
