import Imaging
import Testing

/// The main colors of a cut-out.
@Suite struct MainColorsTests {
  private func picture(_ rows: [(PixelColor, Int)]) -> Raster {
    let bytes = rows.flatMap { color, count in
      (0..<count * 10).flatMap { _ in [color.red, color.green, color.blue, color.alpha] }
    }
    return Raster(width: 10, height: rows.reduce(0) { $0 + $1.1 }, format: .srgba, bytes: bytes)
  }

  private static let green = PixelColor(red: 47, green: 74, blue: 67)
  private static let wood = PixelColor(red: 185, green: 138, blue: 85)

  @Test func theLargestComesFirstAndSmallOnesAreLeftOut() {
    let red = PixelColor(red: 200, green: 0, blue: 0)
    let colors = MainColors(of: picture([(Self.wood, 20), (Self.green, 77), (red, 3)])).entries

    #expect(colors == [.init(color: Self.green, share: 0.77), .init(color: Self.wood, share: 0.2)])
  }

  @Test func lightAndShadeAreOneColor() {
    let shaded = PixelColor(red: 33, green: 53, blue: 48)
    let colors = MainColors(of: picture([(Self.green, 50), (shaded, 50)])).entries

    #expect(colors.count == 1 && colors[0].share == 1)
    #expect(colors[0].color == PixelColor(red: 40, green: 64, blue: 58))
  }

  @Test func whatIsNotWhollyOpaqueDoesNotCount() {
    let ghost = PixelColor(red: 255, green: 0, blue: 0, alpha: 254)

    #expect(
      MainColors(of: picture([(ghost, 90), (Self.green, 10)])).entries == [.init(color: Self.green, share: 1)])
    #expect(MainColors(of: picture([(ghost, 90)])).entries.isEmpty)
  }
}
