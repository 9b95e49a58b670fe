import Catalog
import Imaging

/// What a photo tells of its light: from which side it comes, and the color of the ground.
struct SurroundingLight {
  /// From where it comes, in degrees: 0 from the camera, 90 from its right, ±180 from behind.
  let azimuth: Double

  /// The mean color of the lower middle of the photo.
  let ground: HexColor

  /// Windows, lamps and the sun brighten their side of the photo: its two outer thirds are compared, and what is far away,
  /// which is higher in the photo, with what is near.
  init(_ photo: Raster) {
    let (width, height) = (photo.width, photo.height)
    func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> SIMD3<Float> {
      var (sum, count) = (SIMD3<Float>.zero, Float(0))
      for y in stride(from: rows.lowerBound, to: rows.upperBound, by: max(rows.count / 48, 1)) {
        for x in stride(from: columns.lowerBound, to: columns.upperBound, by: max(columns.count / 48, 1)) {
          let at = (y * width + x) * 4
          sum += SIMD3(Tone.linear(photo.bytes[at]), Tone.linear(photo.bytes[at + 1]), Tone.linear(photo.bytes[at + 2]))
          count += 1
        }
      }
      return sum / max(count, 1)
    }
    let upper = 0..<max(height * 3 / 4, 1)
    let left = luminance(mean(0..<max(width / 3, 1), upper))
    let right = luminance(mean(min(width * 2 / 3, width - 1)..<width, upper))
    let far = luminance(mean(0..<width, 0..<max(height / 3, 1)))
    let near = luminance(mean(0..<width, min(height * 2 / 3, height - 1)..<height))
    let side = min(max(Double(logarithm(max(right, 0.002) / max(left, 0.002))) / 0.5, -1), 1)
    let back = min(max(Double(logarithm(max(far, 0.002) / max(near, 0.002))), 0), 1)
    azimuth = angle(right: abs(side) < 0.1 ? -0.3 : side, ahead: 0.7 - 1.6 * back)
    let floor = mean(width / 4..<max(width * 3 / 4, width / 4 + 1), height * 3 / 4..<height)
    func byte(_ value: Float) -> UInt8 { UInt8(min(Tone.encoded(value).rounded(), 255)) }
    ground = HexColor(red: byte(floor.x), green: byte(floor.y), blue: byte(floor.z))
  }
}
