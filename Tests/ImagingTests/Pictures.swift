import Imaging

/// A repeatable stream of numbers. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A picture of independent random bytes.
func noise(_ width: Int, _ height: Int, _ format: PixelFormat = .srgba, seed: UInt64, opaque: Bool = false) -> Raster {
  var random = Seeded(state: seed)
  var bytes = [UInt8](repeating: 255, count: width * height * format.bytesPerPixel)
  for index in bytes.indices where !opaque || index % 4 != 3 { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
  return Raster(width: width, height: height, format: format, bytes: bytes)
}

/// A mask drawn in text: `#` is 255, `.` is 0, a digit d is 28 · d.
func art(_ rows: String...) -> Raster {
  let bytes = rows.flatMap { row in
    row.map { sign -> UInt8 in sign == "#" ? 255 : sign == "." ? 0 : UInt8((sign.wholeNumberValue ?? 0) * 28) }
  }
  return Raster(width: rows[0].count, height: rows.count, format: .mask, bytes: bytes)
}

/// A picture of one color.
func even(_ width: Int, _ height: Int, _ pixel: [UInt8]) -> Raster {
  Raster(
    width: width, height: height, format: .srgba, bytes: Array((0..<width * height).map { _ in pixel }.joined()))
}

/// The largest difference of any two bytes.
func distance(_ one: Raster, _ two: Raster) -> Int {
  guard one.width == two.width, one.height == two.height, one.format == two.format else { return .max }
  return zip(one.bytes, two.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 0
}

extension Raster {
  /// The bytes of one pixel.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let size = format.bytesPerPixel
    return Array(bytes[(y * width + x) * size..<(y * width + x + 1) * size])
  }
}
