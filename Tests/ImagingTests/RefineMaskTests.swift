import Imaging
import Testing

/// Masks that are nearly right, and what a user points out in them.
@Suite struct RefineMaskTests {
  private static let photo = maskScene.render().photo
  private static let truth = maskScene.render().truth

  /// Two alike discs, of which a mask may hold either or both.
  private static let twins = CutOutScene(
    background: CutOutScene.sweep(215), product: { _, _ in SIMD3(150, 60, 40) },
    covers: { disc(65, 100, 40)($0, $1) || disc(175, 100, 40)($0, $1) }
  ).render()

  /// The mean of how far alpha is off along the true edge.
  private func edgeError(_ mask: Raster) -> Double {
    let edge = Self.truth.indices.filter { (1..<255).contains(Self.truth[$0]) }
    return Double(edge.map { abs(Int(mask.bytes[$0]) - Int(Self.truth[$0])) }.reduce(0, +)) / Double(edge.count)
  }

  @Test(arguments: [(0.0, 62.5), (0, 57.5), (2, 60), (-1.5, 61)])
  func aMaskThatIsAFewPixelsOffFindsTheEdge(shift: Double, radius: Double) throws {
    let rough = coverage(disc(120 + shift, 100, radius))

    let output = try run("refineMask", on: Self.photo, mask: rough)

    let mask = try #require(output.mask)
    #expect(overlap(mask, Self.truth) > 0.99)
    #expect(edgeError(mask) < 16)
    try expectHonestCutOut(output, of: Self.photo)
  }

  @Test func strokesHoldToThePixel() throws {
    let parameters: OperationParameters = [
      "product": .lines([[20, 20]]), "background": .lines([[120, 100, 140, 100]]), "brush": .number(8),
    ]

    let mask = try #require(
      try run("refineMask", parameters, on: Self.photo, mask: coverage(disc(120, 100, 60))).mask)

    for y in 0..<200 {
      for x in 0..<240 {
        let point = SIMD2(Double(x) + 0.5, Double(y) + 0.5)
        if distance(point, SIMD2(20, 20)) < 3.5 { try #require(mask.pixel(x, y) == [255]) }
        if abs(point.y - 100) < 3.5 && (120...140).contains(point.x) { try #require(mask.pixel(x, y) == [0]) }
      }
    }
  }

  @Test func hintsWinOverGrowthAndFeather() throws {
    let parameters: OperationParameters = [
      "background": .lines([[190, 100]]), "brush": .number(6), "grow": .integer(20), "feather": .integer(30),
      "box": .numbers([50, 30, 140, 140]),
    ]

    let mask = try #require(
      try run("refineMask", parameters, on: Self.photo, mask: coverage(disc(120, 100, 60))).mask)

    #expect(mask.pixel(188, 100) == [0])
    for y in 0..<200 {
      for x in 0..<240 where !(50..<190).contains(x) || !(30..<170).contains(y) {
        try #require(mask.pixel(x, y) == [0])
      }
    }
  }

  @Test func aProductStrokeBringsBackWhatIsMissing() throws {
    // The mask lacks a bay of the disc; the stroke lies in it.
    let bay = coverage { x, y in disc(120, 100, 60)(x, y) && !disc(170, 100, 24)(x, y) }

    let output = try run(
      "refineMask", ["product": .lines([[160, 95, 165, 105]]), "brush": .number(6)], on: Self.photo, mask: bay)

    #expect(overlap(bay, Self.truth) < 0.93)
    #expect(overlap(try #require(output.mask), Self.truth) > 0.985)
  }

  @Test func aBackgroundStrokeTakesAwayWhatIsTooMuch() throws {
    let bump = coverage { x, y in disc(120, 100, 60)(x, y) || disc(190, 100, 20)(x, y) }

    let output = try run(
      "refineMask", ["background": .lines([[192, 95, 196, 105]]), "brush": .number(6)], on: Self.photo, mask: bump)

    #expect(overlap(try #require(output.mask), Self.truth) > 0.985)
  }

  @Test func aSeparatePartThatIsStruckGoesAsAWhole() throws {
    let both = Raster(width: 240, height: 200, format: .mask, bytes: Self.twins.truth)

    let output = try run(
      "refineMask", ["background": .lines([[60, 90, 70, 110]]), "brush": .number(6)], on: Self.twins.photo, mask: both)

    #expect(overlap(try #require(output.mask), coverage(disc(175, 100, 40)).bytes) > 0.985)
  }

  @Test func farFromAStrokeTheMaskStaysAsItIs() throws {
    // On the left the mask is wrong on purpose; the stroke lies on the right.
    let rough = coverage { x, y in disc(120, 100, 60)(x, y) || disc(60, 100, 12)(x, y) }

    let output = try run(
      "refineMask", ["product": .lines([[165, 100]]), "brush": .number(4)], on: Self.photo, mask: rough)

    let mask = try #require(output.mask)
    for y in 0..<200 { for x in 0..<100 { try #require(mask.pixel(x, y) == rough.pixel(x, y)) } }
  }

  @Test(arguments: [5, 20, -5, -20])
  func growthMovesTheOutline(px: Int) throws {
    let mask = try #require(
      try run("refineMask", ["grow": .integer(px)], on: Self.photo, mask: coverage(disc(120, 100, 60))).mask)

    // The octagon is within 8 % of a disc of that radius.
    let area = Double(mask.bytes.count { $0 >= 128 })
    let radius = (area / Double.pi).squareRoot()
    #expect(abs(radius - 60 - Double(px)) < 0.75 + 0.08 * Double(abs(px)))
  }

  @Test func featherSpreadsTheEdgeOnBothSides() throws {
    let mask = try #require(
      try run("refineMask", ["feather": .integer(8)], on: Self.photo, mask: coverage(disc(120, 100, 60))).mask)

    #expect(abs(Int(mask.pixel(180, 100)[0]) - 128) < 24)
    #expect((20..<110).contains(mask.pixel(184, 100)[0]))
    #expect((146..<236).contains(mask.pixel(175, 100)[0]))
    #expect(mask.pixel(194, 100) == [0])
    #expect(mask.pixel(165, 100) == [255])
  }

  @Test(arguments: [(0, "the mask is empty"), (255, "the mask covers the whole picture")] as [(UInt8, String)])
  func aMaskWithoutOutlineStaysAndIsNotTrusted(level: UInt8, reason: String) throws {
    let output = try run(
      "refineMask", on: Self.photo, mask: Raster(width: 240, height: 200, format: .mask, filledWith: level))

    #expect(output.mask?.bytes.allSatisfy { $0 == level } == true)
    #expect(output.notes == .init(confidence: 0, reasons: [reason]))
  }

  @Test func anEmptyMaskGrowsFromAStroke() throws {
    let empty = Raster(width: 240, height: 200, format: .mask)

    let output = try run(
      "refineMask", ["product": .lines([[90, 80, 150, 120]]), "brush": .number(10)], on: Self.photo, mask: empty)

    let mask = try #require(output.mask)
    #expect(mask.pixel(120, 100) == [255])
    #expect(mask.pixel(220, 20) == [0])
  }

  @Test func strokesFarOutsideAreHarmless() throws {
    let parameters: OperationParameters = [
      "product": .lines([[-1e6, -1e6, -9e5, -1e6]]), "background": .lines([[1e6, 1e6]]), "brush": .number(1000),
    ]

    let output = try run("refineMask", parameters, on: Self.photo, mask: coverage(disc(120, 100, 60)))

    #expect(overlap(try #require(output.mask), Self.truth) > 0.99)
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let parameters: OperationParameters = ["background": .lines([[185, 95, 190, 105]]), "grow": .integer(1)]
    let rough = coverage(disc(121, 100, 62))

    let results = try await withThrowingTaskGroup(of: OperationOutput.self) { group in
      for _ in 0..<3 { group.addTask { try run("refineMask", parameters, on: Self.photo, mask: rough) } }
      return try await group.reduce(into: [OperationOutput]()) { $0.append($1) }
    }

    #expect(results.count == 3 && results.allSatisfy { $0 == results[0] })
  }

  private func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
    ((one - other) * (one - other)).sum().squareRoot()
  }
}
