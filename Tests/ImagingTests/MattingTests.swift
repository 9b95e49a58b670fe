import Glibc
import Testing

@testable import Imaging

/// Alpha and colors in a band, against pictures that were mixed from known ones.
@Suite struct MattingTests {
  private static let width = 60
  private static let height = 40
  private static let front = SIMD4<Float>(0.8, 0.3, 0.1, 0)
  private static let back = SIMD4<Float>(0.1, 0.4, 0.7, 0)

  /// A soft ramp with waves like hair, all product on the left.
  private static func truth(_ index: Int) -> Float {
    let x = Float(index % width)
    let y = Float(index / width)
    let soft = 0.5 - (x - 30 + 6 * sinf(y * 1.3)) / 12
    return max(0, min(1, soft))
  }

  private static func color(_ index: Int) -> SIMD4<Float> {
    // Alpha is a linear function of the color, so that the energy of the truth is zero.
    let alpha = truth(index)
    return alpha * front + (1 - alpha) * back
  }

  /// How bright a pixel's row is lit.
  private static func light(_ index: Int) -> Float { 1 + 0.2 * sinf(Float(index / width) * 0.2) }

  private func band(color: (Int) -> SIMD4<Float> = MattingTests.color) -> MattingBand {
    let unknown = (0..<Self.width * Self.height).map { (14..<46).contains($0 % Self.width) }
    return MattingBand(unknown: unknown, width: Self.width, color: color)
  }

  @Test func alphaOfMixedColorsIsFoundAgain() throws {
    let band = band()
    let guess = band.pixels.indices.map { place -> Float in
      let x = Int(band.pixels[place]) % Self.width
      return band.isUnknown[place] ? (x < 30 ? 1 : 0) : (x < 30 ? 1 : 0)
    }

    let found = try ClosedFormMatting(band).solve(from: guess, rounds: 400) { false }

    let errors = found.indices.map { abs(found[$0] - Self.truth(Int(band.pixels[$0]))) }
    let firstErrors = guess.indices.map { abs(guess[$0] - Self.truth(Int(band.pixels[$0]))) }
    #expect(errors.reduce(0, +) / Float(errors.count) < 0.01)
    #expect(errors.reduce(0, +) < 0.1 * firstErrors.reduce(0, +))
  }

  @Test func knownPixelsKeepTheirAlpha() throws {
    let band = band()
    let guess = band.pixels.indices.map { band.isUnknown[$0] ? Float(0.5) : Float($0 % 2) }

    let found = try ClosedFormMatting(band).solve(from: guess, rounds: 20) { false }

    for place in found.indices where !band.isUnknown[place] { #expect(found[place] == guess[place]) }
  }

  @Test func theBackgroundsShareIsTakenOutOfColors() {
    let band = band { Self.light($0) * Self.color($0) }
    let alpha = band.pixels.map { Self.truth(Int($0)) }
    let count = band.pixels.count

    let found = ProductColors(band, alpha: alpha).solve(
      product: Array(repeating: Self.front, count: count), background: Array(repeating: Self.back, count: count),
      rounds: 30)

    func error(_ colors: [SIMD4<Float>]) -> Float {
      alpha.indices.reduce(0) { sum, place in
        guard alpha[place] > 0, alpha[place] < 1 else { return sum }
        let light = Self.light(Int(band.pixels[place]))
        return sum + alpha[place] * (colors[place] - light * Self.front).length
      }
    }
    #expect(error(found) < 0.3 * error(band.colors))
  }

  @Test func aBandAtTheFrameHasNoWindowsOutside() {
    let band = MattingBand(unknown: Array(repeating: true, count: 20), width: 5) { _ in .zero }

    #expect(band.pixels.count == 20)
    #expect(band.windows.count == 9 * 6)
    #expect(band.windows.allSatisfy { (0..<20).contains($0) })
  }
}
