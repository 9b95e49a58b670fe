import Testing

@testable import Imaging

/// A box promises a product that comes near its sides. Masks of 40 × 40 px of a photo of the same size, so a side may be
/// 2 px off.
@Suite struct BoxReachTests {
  private static let grid = Grid(width: 40, height: 40)
  private static let photo = Raster(
    width: 40, height: 40, format: .srgba, bytes: [UInt8](repeating: 255, count: 40 * 40 * 4))

  private static func mask(_ rectangles: (x: Range<Int>, y: Range<Int>)...) -> [Bool] {
    (0..<grid.count).map { index in
      rectangles.contains { $0.x.contains(index % 40) && $0.y.contains(index / 40) }
    }
  }

  private static func completed(_ found: [Bool], by colors: [Bool], hasBox: Bool = true) -> [Bool]? {
    let hints = CutOut.Hints(box: hasBox ? CutOut.Bounds(x: 5, y: 5, width: 30, height: 30) : nil)
    let whole = CutOut.Bounds(x: 0, y: 0, width: 40, height: 40)
    let planes = HintPlanes(hints, in: whole, width: 40, height: 40)
    return BoxReach(planes, grid: grid, photo: photo, scale: 1)?.completed(found, by: colors)
  }

  private static let body = mask((6..<34, 12..<34))

  @Test func whatLeadsToAFarSideIsAdded() {
    let whole = Self.mask((6..<34, 12..<34), (10..<20, 6..<12))
    #expect(Self.completed(Self.body, by: whole) == whole)
  }

  @Test func whatLeadsNowhereIsNotAdded() {
    // Towards a side that is reached, too short for the gap, and apart from what was found.
    let beside = Self.mask((6..<35, 12..<34))
    let short = Self.mask((6..<34, 12..<34), (10..<20, 10..<12))
    let apart = Self.mask((6..<34, 12..<34), (10..<20, 5..<8))
    for colors in [beside, short, apart] { #expect(Self.completed(Self.body, by: colors) == Self.body) }
  }

  @Test func colorsThatSayAnotherThingAreNotAsked() {
    let other = Self.mask((6..<20, 6..<34))
    #expect(Self.completed(Self.body, by: other) == Self.body)
  }

  @Test func nothingIsPromisedWithoutABox() {
    #expect(Self.completed(Self.body, by: Self.body, hasBox: false) == nil)
  }
}
