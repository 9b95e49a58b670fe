import Imaging

/// A picture described by a formula: a product with exact coverage over a background.
struct CutOutScene {
  var width = 240
  var height = 200
  /// The background's color at a place, 0...255.
  var background: (_ x: Double, _ y: Double) -> SIMD3<Double>
  /// The product's color at a place.
  var product: (_ x: Double, _ y: Double) -> SIMD3<Double>
  /// Whether a place belongs to the product.
  var covers: (_ x: Double, _ y: Double) -> Bool

  /// The photo, each pixel the mean of 4 × 4 places, and the exact coverage 0...255.
  func render() -> (photo: Raster, truth: [UInt8]) {
    var bytes: [UInt8] = []
    var truth: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        var sum = SIMD3<Double>.zero
        var covered = 0.0
        for step in 0..<16 {
          let px = Double(x) + (Double(step % 4) + 0.5) / 4
          let py = Double(y) + (Double(step / 4) + 0.5) / 4
          let hit = covers(px, py)
          covered += hit ? 1 : 0
          sum += hit ? product(px, py) : background(px, py)
        }
        // A little grain, the same in every run, as cameras have it.
        let mixed: Int = x * 7919 + y * 104_729 + x * y * 31
        let grain = Double(mixed % 7 - 3) / 3
        for channel in 0..<3 { bytes.append(UInt8(max(0, min(255, (sum[channel] / 16 + grain).rounded())))) }
        bytes.append(255)
        truth.append(UInt8((covered / 16 * 255).rounded()))
      }
    }
    return (Raster(width: width, height: height, format: .srgba, bytes: bytes), truth)
  }

  /// A backdrop of one brightness that falls a little from top to bottom.
  static func sweep(_ level: Double) -> (Double, Double) -> SIMD3<Double> {
    { _, y in SIMD3(level, level, level) - 0.08 * y }
  }
}

/// Whether a place lies in a disc.
func disc(_ cx: Double, _ cy: Double, _ radius: Double) -> (Double, Double) -> Bool {
  { x, y in (x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius }
}

/// Intersection over union of a mask and the exact coverage, both cut at one half.
func overlap(_ mask: Raster, _ truth: [UInt8]) -> Double {
  let both = truth.indices.count { mask.bytes[$0] >= 128 && truth[$0] >= 128 }
  let either = truth.indices.count { mask.bytes[$0] >= 128 || truth[$0] >= 128 }
  return either == 0 ? 1 : Double(both) / Double(either)
}
