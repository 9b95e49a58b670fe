internal import Glibc

/// A color as an eye tells it from others: CIE L*a*b* under the white D65. For single colors of records and texts; pixels
/// are the business of `Imaging`.
///
/// Source: CIE 15:2004, 8.2.1; IEC 61966-2-1:1999 for the primaries and the white.
public struct PerceivedColor: Sendable, Hashable {
  /// 0 to 100.
  public var lightness: Double
  /// From green (negative) to red.
  public var a: Double
  /// From blue (negative) to yellow.
  public var b: Double

  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  public init(_ color: HexColor) {
    let (red, green, blue) = (Self.light(color.red), Self.light(color.green), Self.light(color.blue))
    let x = Self.root((0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47)
    let y = Self.root(0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue)
    let z = Self.root((0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue) / 1.088_83)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How far it is from grey.
  public var chroma: Double { hypot(a, b) }

  /// Degrees, 0 to 360: about 40 is red, 100 yellow, 150 green, 280 blue. Without meaning for a grey.
  public var hue: Double {
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// How many degrees two hues are apart, 0 to 180.
  public func hueDistance(to other: PerceivedColor) -> Double {
    let apart = abs(hue - other.hue)
    return min(apart, 360 - apart)
  }

  /// CIEDE2000: about 1 is just seen, above 10 are plainly two colors.
  ///
  /// Source: Sharma, Wu, Dalal, “The CIEDE2000 color-difference formula”, Color Research and Application 30 (2005), 21–30.
  public func difference(from other: PerceivedColor) -> Double {
    let meanChroma = pow((chroma + other.chroma) / 2, 7)
    let stretch = 1.5 - (meanChroma / (meanChroma + 6_103_515_625)).squareRoot() / 2
    let (one, two) = (stretched(by: stretch), other.stretched(by: stretch))
    let (chroma1, chroma2) = (one.chroma, two.chroma)
    let isGray = chroma1 * chroma2 == 0

    var hueStep = two.hue - one.hue
    if hueStep > 180 { hueStep -= 360 } else if hueStep < -180 { hueStep += 360 }
    if isGray { hueStep = 0 }
    var meanHue = one.hue + two.hue
    if !isGray {
      meanHue = abs(one.hue - two.hue) <= 180 ? meanHue / 2 : (meanHue < 360 ? meanHue + 360 : meanHue - 360) / 2
    }

    let mean = (chroma1 + chroma2) / 2
    let light = pow((lightness + other.lightness) / 2 - 50, 2)
    var tilt = 1 - 0.17 * Self.cosine(meanHue - 30)
    tilt += 0.24 * Self.cosine(2 * meanHue)
    tilt += 0.32 * Self.cosine(3 * meanHue + 6)
    tilt -= 0.20 * Self.cosine(4 * meanHue - 63)
    let lightPart = (other.lightness - lightness) / (1 + 0.015 * light / (20 + light).squareRoot())
    let chromaPart = (chroma2 - chroma1) / (1 + 0.045 * mean)
    let huePart = 2 * (chroma1 * chroma2).squareRoot() * Self.sine(hueStep / 2) / (1 + 0.015 * mean * tilt)
    let seventh = pow(mean, 7)
    let turn = Self.sine(60 * exp(-pow((meanHue - 275) / 25, 2))) * (seventh / (seventh + 6_103_515_625)).squareRoot()
    let square = lightPart * lightPart + chromaPart * chromaPart + huePart * huePart
    return (square - 2 * turn * chromaPart * huePart).squareRoot()
  }

  private func stretched(by factor: Double) -> PerceivedColor {
    PerceivedColor(lightness: lightness, a: a * factor, b: b)
  }

  private static func light(_ level: UInt8) -> Double {
    let share = Double(level) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }

  private static func root(_ share: Double) -> Double {
    share > 216.0 / 24_389 ? cbrt(share) : (share * 24_389 / 27 + 16) / 116
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
