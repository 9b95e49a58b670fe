import Imaging

/// The product as it lies in the output.
struct LockedLayer {
  /// `srgba` of the output's size, clear outside the placement.
  let raster: Raster

  init(_ image: Raster, outline: ProductOutline, layout: Layout) {
    let place = layout.placement
    let crop = outline.crop
    let pixels =
      place.width == crop.width && place.height == crop.height
      ? Self.cut(image, crop) : Lanczos.resize(image, from: crop, width: place.width, height: place.height)
    var bytes = [UInt8](repeating: 0, count: layout.width * layout.height * 4)
    let columns = min(place.width, layout.width - place.x)
    for row in 0..<min(place.height, layout.height - place.y) {
      let from = row * place.width * 4
      let to = ((place.y + row) * layout.width + place.x) * 4
      for at in 0..<columns * 4 { bytes[to + at] = pixels[from + at] }
    }
    raster = Raster(width: layout.width, height: layout.height, format: .srgba, bytes: bytes)
  }

  private static func cut(_ image: Raster, _ crop: Placement) -> [UInt8] {
    (0..<crop.height).flatMap { row in
      let from = ((crop.y + row) * image.width + crop.x) * 4
      return image.bytes[from..<from + crop.width * 4]
    }
  }
}

/// A Lanczos resize with three lobes, in the sRGB curve, on premultiplied colors; widened when it shrinks.
///
/// The one resampling that product pixels may go through.
enum Lanczos {
  /// Straight `srgba` bytes of the new size.
  static func resize(_ image: Raster, from crop: Placement, width: Int, height: Int) -> [UInt8] {
    let across = Taps(from: crop.width, to: width)
    let down = Taps(from: crop.height, to: height)
    var lines = [SIMD4<Float>](repeating: .zero, count: width * crop.height)
    image.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<crop.height {
        let start = ((crop.y + row) * image.width + crop.x) * 4
        for x in 0..<width {
          var sum = SIMD4<Float>.zero
          for tap in across.ranges[x] {
            let at = start + across.places[tap] * 4
            let alpha = Float(bytes[at + 3])
            let share = alpha / 255
            let color = SIMD4(
              Float(bytes[at]) * share, Float(bytes[at + 1]) * share, Float(bytes[at + 2]) * share, alpha)
            sum += color * across.weights[tap]
          }
          lines[row * width + x] = sum
        }
      }
    }
    var result = [UInt8](repeating: 0, count: width * height * 4)
    for y in 0..<height {
      for x in 0..<width {
        var sum = SIMD4<Float>.zero
        for tap in down.ranges[y] { sum += lines[down.places[tap] * width + x] * down.weights[tap] }
        let alpha = min(max(sum.w, 0), 255)
        let at = (y * width + x) * 4
        result[at + 3] = UInt8(alpha.rounded())
        guard result[at + 3] > 0 else { continue }
        for channel in 0..<3 { result[at + channel] = UInt8(min(max(sum[channel] * 255 / alpha, 0), 255).rounded()) }
      }
    }
    return result
  }

  /// For each new px the old ones that count, and how much.
  private struct Taps {
    var ranges: [Range<Int>] = []
    var places: [Int] = []
    var weights: [Float] = []

    init(from: Int, to: Int) {
      let ratio = Double(from) / Double(to)
      let stretch = max(ratio, 1)
      for target in 0..<to {
        let middle = (Double(target) + 0.5) * ratio - 0.5
        let first = Int((middle - 3 * stretch).rounded(.up))
        let last = Int((middle + 3 * stretch).rounded(.down))
        let raw = (first...max(first, last)).map { Lanczos.window((Double($0) - middle) / stretch) }
        let sum = raw.reduce(0, +)
        let start = places.count
        for (offset, weight) in raw.enumerated() {
          places.append(min(max(first + offset, 0), from - 1))
          weights.append(Float(weight / sum))
        }
        ranges.append(start..<places.count)
      }
    }
  }

  private static func window(_ x: Double) -> Double {
    guard abs(x) > 1e-9 else { return 1 }
    guard abs(x) < 3 else { return 0 }
    let a = 180 * x
    return 3 * sine(a) * sine(a / 3) / (.pi * .pi * x * x)
  }
}
