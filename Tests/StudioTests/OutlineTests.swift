import Imaging
import Testing

@testable import Studio

@Suite struct OutlineTests {
  /// An upright cylinder seen from above: the lower edge is half an ellipse.
  private func cylinder(halfWidth a: Double, rise b: Double) -> Raster {
    Fixture.product(200, 300) { x, y in
      let u = (Double(x) + 0.5 - 100) / a
      guard abs(u) < 1 else { return nil }
      let bottom = 280 - b + b * (1 - u * u).squareRoot()
      return (40..<bottom).contains(Double(y) + 0.5) ? (120, 80, 40, 255) : nil
    }
  }

  @Test(arguments: [10.0, 20, 30])
  func aRoundBaseTellsThePitch(rise: Double) throws {
    let outline = try ProductOutline(cylinder(halfWidth: 60, rise: rise))
    let pitch = try #require(outline.pitchDegrees)
    #expect(abs(pitch - arcSine(rise / 60) * 180 / .pi) < 2)
    #expect(abs(outline.groundRow + Double(outline.crop.y) - (280 - rise)) < 2.5)
  }

  @Test func aStraightBaseTellsNoPitch() throws {
    let outline = try ProductOutline(Fixture.block)
    #expect(outline.base == .straight && outline.pitchDegrees == nil)
  }

  @Test func aBoxAskewHasACorner() throws {
    let box = Fixture.product(200, 200) { x, y in
      let bottom = x < 120 ? 150 + Double(x - 20) * 0.25 : 175 - Double(x - 120) * 0.42
      return (20..<180).contains(x) && y > 20 && Double(y) < bottom ? (90, 90, 200, 255) : nil
    }
    let outline = try ProductOutline(box)
    #expect(outline.base == .corner)
    // The sine of the pitch is the root of the product of the two slopes.
    let pitch = try #require(outline.pitchDegrees)
    #expect(abs(pitch - arcSine((0.25 * 0.42).squareRoot()) * 180 / .pi) < 2)
  }

  @Test func distancesAreExact() {
    let marked = 2 * 7 + 3
    let found = distances(columns: 7, rows: 5) { $0 == marked }
    for cell in 0..<35 {
      let (dx, dy) = (Float(cell % 7 - 3), Float(cell / 7 - 2))
      #expect(abs(found[cell] - (dx * dx + dy * dy).squareRoot()) < 1e-5)
    }
  }
}
