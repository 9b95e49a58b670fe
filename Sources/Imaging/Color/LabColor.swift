internal import Glibc

/// A color of CIE L*a*b* under the white D65, the white of sRGB, so no adaptation is needed.
///
/// Source: CIE 15:2004, 8.2.1; IEC 61966-2-1:1999 for the primaries and the white.
public struct LabColor: Sendable, Hashable {
  /// Lightness, 0 to 100.
  public var lightness: Float

  /// From green (negative) to red.
  public var a: Float

  /// From blue (negative) to yellow.
  public var b: Float

  public init(lightness: Float, a: Float, b: Float) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// The color of linear sRGB light, each 0 to 1.
  public init(red: Float, green: Float, blue: Float) {
    self.init(red: red, green: green, blue: blue, root: Self.root)
  }

  /// The color of sRGB levels; alpha plays no part.
  public init(_ color: PixelColor) {
    let light = TransferTables.shared.linear
    self.init(red: light[Int(color.red)], green: light[Int(color.green)], blue: light[Int(color.blue)])
  }

  /// The linear sRGB light of this color; outside 0 to 1 where sRGB cannot show it.
  public var light: SIMD3<Float> {
    let y = (lightness + 16) / 116
    let x = Self.cube(y + a / 500) * Self.white.x
    let z = Self.cube(y - b / 200) * Self.white.z
    let height = Self.cube(y)
    return SIMD3(
      3.240_454_2 * x - 1.537_138_5 * height - 0.498_531_4 * z,
      -0.969_266_0 * x + 1.876_010_8 * height + 0.041_556_0 * z,
      0.055_643_4 * x - 0.204_025_9 * height + 1.057_225_2 * z)
  }

  /// The distance of two colors, CIE 1976: about 2 is just seen side by side.
  public func distance(to other: LabColor) -> Float {
    let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }

  private static let white = SIMD3<Float>(0.950_47, 1, 1.088_83)

  @inline(__always)
  init(red: Float, green: Float, blue: Float, root: (Float) -> Float) {
    let x = root((0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / Self.white.x)
    let y = root(0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue)
    let z = root((0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue) / Self.white.z)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// The cube root, straight near black.
  static func root(_ share: Float) -> Float {
    share > 216.0 / 24_389 ? cbrtf(share) : (share * 24_389 / 27 + 16) / 116
  }

  private static func cube(_ root: Float) -> Float {
    root > 6.0 / 29 ? root * root * root : (root * 116 - 16) * 27 / 24_389
  }
}
