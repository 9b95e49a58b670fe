import Imaging
import Testing

/// Shadows whose depth is known by a formula.
@Suite struct SeparateShadowTests {
  /// A red disc at (120, 80) and below it an elliptic shadow that takes up to `most` of the light.
  private struct Shaded {
    let photo: Raster
    let mask: Raster
    /// The share of light that is taken at every pixel, also under the product.
    let taken: [Double]

    init(most: Double, ground: @escaping (Double, Double) -> Double = { _, y in 0.82 - 0.0008 * y }) {
      let shade = { (x: Double, y: Double) -> Double in
        let (dx, dy) = ((x - 125) / 62, (y - 132) / 26)
        let inside = 1 - dx * dx - dy * dy
        return inside <= 0 ? 0 : most * min(1, 1.6 * inside * inside)
      }
      let scene = CutOutScene(
        background: { x, y in SIMD3(repeating: 255 * Transfer.encodedLevel(ground(x, y) * (1 - shade(x, y)))) },
        product: { _, _ in SIMD3(150, 50, 40) }, covers: disc(120, 80, 50))
      let drawn = scene.render()
      photo = drawn.photo
      mask = Raster(width: 240, height: 200, format: .mask, bytes: drawn.truth)
      taken = (0..<240 * 200).map { shade(Double($0 % 240) + 0.5, Double($0 / 240) + 0.5) }
    }
  }

  private func alpha(_ output: OperationOutput) -> [Double] {
    stride(from: 3, to: output.raster.bytes.count, by: 4).map { Double(output.raster.bytes[$0]) / 255 }
  }

  @Test(arguments: [0.2, 0.45, 0.75])
  func theLightTakenIsRecovered(most: Double) throws {
    let scene = Shaded(most: most)

    let output = try run("separateShadow", ["light": .text("linear")], on: scene.photo, mask: scene.mask)

    let found = alpha(output)
    var worst = 0.0
    var sum = 0.0
    var count = 0.0
    for index in found.indices where scene.mask.bytes[index] == 0 {
      let miss = abs(found[index] - scene.taken[index])
      worst = max(worst, miss)
      guard scene.taken[index] > 0 else { continue }
      sum += miss
      count += 1
    }
    #expect(sum / count < 0.025)
    #expect(worst < 0.1)
    #expect((output.notes.confidence ?? 0) > 0.7)
    #expect(output.notes.reasons.isEmpty)
  }

  @Test func theProductAndTheOpenGroundHaveNone() throws {
    let scene = Shaded(most: 0.5)

    let output = try run("separateShadow", on: scene.photo, mask: scene.mask)

    let found = alpha(output)
    for index in found.indices {
      if scene.mask.bytes[index] == 255 { try #require(found[index] == 0) }
      let (x, y) = (index % 240, index / 240)
      if scene.mask.bytes[index] == 0 && (y < 60 || x < 30 || x > 215 || y > 180) { try #require(found[index] == 0) }
    }
    #expect(output.raster.bytes.indices.allSatisfy { $0 % 4 == 3 || output.raster.bytes[$0] == 0 })
  }

  @Test func theShadowGoesOnUnderASoftEdge() throws {
    let scene = Shaded(most: 0.6)

    let found = alpha(try run("separateShadow", ["light": .text("linear")], on: scene.photo, mask: scene.mask))

    let edge = found.indices.filter { (1..<255).contains(scene.mask.bytes[$0]) && scene.taken[$0] > 0.3 }
    #expect(edge.count > 20)
    #expect(edge.allSatisfy { abs(found[$0] - scene.taken[$0]) < 0.12 })
  }

  @Test func overWhiteTheShadowShowsAgain() throws {
    let scene = Shaded(most: 0.5, ground: { _, _ in 0.85 })

    let layer = try run("separateShadow", on: scene.photo, mask: scene.mask).raster

    let shown = layer.over(.white)
    for (x, y) in [(125, 140), (100, 142), (150, 140)] {
      let expected = 255 * Transfer.encodedLevel(1 - scene.taken[y * 240 + x])
      #expect(abs(Double(shown.pixel(x, y)[0]) - expected) < 8)
    }
  }

  @Test func strengthScalesTheLightTaken() throws {
    let scene = Shaded(most: 0.5)
    let whole = alpha(try run("separateShadow", ["light": .text("linear")], on: scene.photo, mask: scene.mask))

    let half = alpha(
      try run(
        "separateShadow", ["light": .text("linear"), "strength": .number(0.5)], on: scene.photo, mask: scene.mask))
    let none = alpha(try run("separateShadow", ["strength": .integer(0)], on: scene.photo, mask: scene.mask))

    #expect(half.indices.allSatisfy { abs(half[$0] - whole[$0] / 2) < 0.005 })
    #expect(none.allSatisfy { $0 == 0 })
  }

  @Test func withoutAMaskTheProductIsFoundFirst() throws {
    let scene = Shaded(most: 0.3)

    let output = try operation(named: "separateShadow", ["light": .text("linear")]).apply(to: scene.photo) { false }

    let found = alpha(output)
    #expect(abs(found[142 * 240 + 125] - scene.taken[142 * 240 + 125]) < 0.06)
    #expect(found[80 * 240 + 120] == 0)
    #expect(output.mask == nil)
  }

  @Test func aBusyBackgroundGivesNoShadowAndAReason() throws {
    let photo = noise(240, 200, seed: 5, opaque: true)

    let output = try run("separateShadow", on: photo, mask: coverage(disc(120, 80, 50)))

    #expect(alpha(output).allSatisfy { $0 == 0 })
    #expect(output.notes.confidence == 0)
    #expect(
      output.notes.reasons == ["the background is not one plain surface, so a shadow cannot be told from it"])
  }

  @Test(arguments: [0, 255] as [UInt8])
  func masksOfOneValueAreAnswered(level: UInt8) throws {
    let mask = Raster(width: 240, height: 200, format: .mask, filledWith: level)

    let output = try run("separateShadow", on: Shaded(most: 0.5).photo, mask: mask)

    #expect(alpha(output).allSatisfy { $0 == 0 })
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let scene = Shaded(most: 0.5)

    let results = try await withThrowingTaskGroup(of: Raster.self) { group in
      for _ in 0..<3 { group.addTask { try run("separateShadow", on: scene.photo, mask: scene.mask).raster } }
      return try await group.reduce(into: [Raster]()) { $0.append($1) }
    }

    #expect(results.count == 3 && results.allSatisfy { $0 == results[0] })
  }

  @Test func theBackgroundRemoverKeepsTheShadowIfAsked() throws {
    let scene = Shaded(most: 0.3)
    let plain = try operation(named: "removeBackground", [:]).apply(to: scene.photo) { false }

    let kept = try operation(named: "removeBackground", ["keepShadow": .flag(true)]).apply(to: scene.photo) { false }

    let at = 142 * 240 + 125
    #expect(plain.raster.bytes[at * 4 + 3] == 0)
    #expect(abs(Double(kept.raster.bytes[at * 4 + 3]) / 255 - (1 - Transfer.encodedLevel(1 - scene.taken[at]))) < 0.05)
    #expect(Array(kept.raster.bytes[at * 4..<at * 4 + 3]) == [0, 0, 0])
    #expect(kept.mask == plain.mask)
    let mask = try #require(kept.mask)
    for index in mask.bytes.indices where mask.bytes[index] == 255 {
      try #require(kept.raster.bytes[index * 4..<index * 4 + 4] == scene.photo.bytes[index * 4..<index * 4 + 4])
    }
  }

  @Test func transparencyIsReplacedIfAsked() throws {
    var photo = maskScene.render().photo
    for pixel in 0..<240 * 20 { photo.bytes[pixel * 4 + 3] = 0 }

    let kept = try operation(named: "removeBackground", [:]).apply(to: photo) { false }
    let cut = try operation(named: "removeBackground", ["replaceAlpha": .flag(true)]).apply(to: photo) { false }

    #expect(kept.mask?.pixel(5, 100) == [255])
    #expect(overlap(try #require(cut.mask), maskScene.render().truth) > 0.97)
  }
}

extension Transfer {
  /// The sRGB value, 0 to 1, of light from 0 to 1. Source: IEC 61966-2-1:1999, 5.2.
  fileprivate static func encodedLevel(_ light: Double) -> Double { Double(encoded(Float(light))) }
}
