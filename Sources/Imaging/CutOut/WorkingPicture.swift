internal import Glibc

/// The photo at the size at which decisions are made, as floating point colors.
struct WorkingPicture: Sendable {
  /// The width in px, at least 1.
  let width: Int
  /// The height in px, at least 1.
  let height: Int
  /// CIE Lab under D65, row by row: x is L (0...100), y is a, z is b, w is 0.
  let lab: [SIMD4<Float>]

  /// The longer side in px that a photo is reduced to.
  static let side = 480

  /// The number of pixels.
  var count: Int { width * height }

  /// Reduces an `.srgba` photo by area averaging until its longer side is at most `side`; never enlarges. Alpha is ignored.
  init(reducing photo: Raster, side: Int = WorkingPicture.side) {
    let longer = max(photo.width, photo.height)
    let factor = min(1, Double(side) / Double(longer))
    width = max(1, Int((Double(photo.width) * factor).rounded()))
    height = max(1, Int((Double(photo.height) * factor).rounded()))
    let reduced = AreaAverage.reduce(photo, width: width, height: height)
    lab = reduced.map { Lab.from(srgb: $0) }
  }

  /// A picture from Lab values, for stages that are tested alone.
  init(width: Int, height: Int, lab: [SIMD4<Float>]) {
    precondition(width > 0 && height > 0 && lab.count == width * height)
    self.width = width
    self.height = height
    self.lab = lab
  }
}

/// Conversions between sRGB and CIE Lab with the white of D65.
///
/// Source: IEC 61966-2-1 for sRGB; CIE 15 for Lab.
enum Lab {
  private static let white = SIMD3<Float>(0.95047, 1, 1.08883)

  /// Linear light 0...1 of a stored sRGB value 0...255.
  static func linear(_ value: Float) -> Float {
    let position = max(0, min(255, value)) * 16
    let index = min(Int(position), table.count - 2)
    let rest = position - Float(index)
    return table[index] * (1 - rest) + table[index + 1] * rest
  }

  private static let table: [Float] = (0...4081).map { step in
    let value = Float(step) / (255 * 16)
    return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
  }

  /// Lab of an sRGB color 0...255 (x, y, z are red, green, blue).
  static func from(srgb color: SIMD4<Float>) -> SIMD4<Float> {
    let r = linear(color.x)
    let g = linear(color.y)
    let b = linear(color.z)
    let x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white.x
    let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    let z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / white.z
    let fx = root(x)
    let fy = root(y)
    let fz = root(z)
    return SIMD4(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz), 0)
  }

  /// Linear light (x, y, z are red, green, blue; may leave 0...1) of a Lab color.
  static func linear(from lab: SIMD4<Float>) -> SIMD4<Float> {
    let fy = (lab.x + 16) / 116
    let x = cube(fy + lab.y / 500) * white.x
    let y = cube(fy)
    let z = cube(fy - lab.z / 200) * white.z
    return SIMD4(
      3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
      -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      0.0556434 * x - 0.2040259 * y + 1.0572252 * z, 0)
  }

  private static func root(_ value: Float) -> Float {
    value > 0.008856452 ? cbrtf(value) : value * 7.787037 + 16 / 116
  }

  private static func cube(_ value: Float) -> Float {
    value > 6 / 29 ? value * value * value : (value - 16 / 116) / 7.787037
  }
}

extension SIMD4<Float> {
  /// The squared length.
  @inline(__always) var squared: Float { (self * self).sum() }
  /// The length; of a difference of two Lab colors, dE (CIE 1976).
  @inline(__always) var length: Float { squared.squareRoot() }
}
