/// Alpha in a band between known product and known background: in every 3 × 3 window alpha is as nearly as possible a
/// linear function of the color.
///
/// Sources: Levin, Lischinski, Weiss, "A Closed-Form Solution to Natural Image Matting", PAMI 2008, for the energy; He, Sun,
/// Tang, "Fast Matting Using Large Kernel Matting Laplacian Matrices", CVPR 2010, for applying it without a matrix.
struct ClosedFormMatting {
  /// What is needed of a window for each step: the mean color and the inverse of the covariance of its colors.
  private struct Window {
    var mean: SIMD4<Float>
    /// xx, yy, zz.
    var diagonal: SIMD4<Float>
    /// xy, yz, zx.
    var mixed: SIMD4<Float>
  }

  private let band: MattingBand
  private let windows: [Window]

  /// What a channel varies by itself, on colors 0...1: the smaller, the more alpha follows fine detail.
  private static let noise: Float = 1e-5

  init(_ band: MattingBand) {
    self.band = band
    windows = stride(from: 0, to: band.windows.count, by: 9).map { start in
      Self.window(band.windows[start..<start + 9].map { band.colors[Int($0)] })
    }
  }

  /// Alpha of the band's pixels, 0...1, from a first guess; known pixels keep theirs.
  ///
  /// Conjugate gradients, at most `rounds` of them.
  func solve(from guess: [Float], rounds: Int, isCancelled: () -> Bool) throws(ImagingError) -> [Float] {
    var alpha = guess
    var rest = applied(to: alpha)
    for index in rest.indices { rest[index] = band.isUnknown[index] ? -rest[index] : 0 }
    var direction = rest
    var length = Self.product(rest, rest)
    let goal = 1e-12 * Double(rest.count)
    for _ in 0..<rounds where length > goal {
      if isCancelled() { throw .cancelled }
      var image = applied(to: direction)
      for index in image.indices where !band.isUnknown[index] { image[index] = 0 }
      let bend = Self.product(direction, image)
      guard bend > 1e-12 else { break }
      let step = Float(length / bend)
      for index in alpha.indices {
        alpha[index] += step * direction[index]
        rest[index] -= step * image[index]
      }
      let next = Self.product(rest, rest)
      let keep = Float(next / length)
      for index in direction.indices { direction[index] = rest[index] + keep * direction[index] }
      length = next
    }
    return alpha.map { max(0, min(1, $0)) }
  }

  /// The energy's gradient: how far each value is from the linear function of color in all windows around it.
  private func applied(to values: [Float]) -> [Float] {
    var result = [Float](repeating: 0, count: values.count)
    band.windows.withUnsafeBufferPointer { places in
      band.colors.withUnsafeBufferPointer { colors in
        values.withUnsafeBufferPointer { values in
          result.withUnsafeMutableBufferPointer { result in
            for (number, window) in windows.enumerated() {
              let start = number * 9
              var sum: Float = 0
              var weighted = SIMD4<Float>.zero
              for member in 0..<9 {
                let place = Int(places[start + member])
                sum += values[place]
                weighted += values[place] * colors[place]
              }
              let mean = sum / 9
              let covariance = weighted / 9 - mean * window.mean
              let turned = SIMD4(covariance.y, covariance.z, covariance.x, 0)
              let back = SIMD4(covariance.z, covariance.x, covariance.y, 0)
              let mixedBack = SIMD4(window.mixed.z, window.mixed.x, window.mixed.y, 0)
              let slope = window.diagonal * covariance + window.mixed * turned + mixedBack * back
              let offset = mean - (slope * window.mean).sum()
              for member in 0..<9 {
                let place = Int(places[start + member])
                result[place] += values[place] - (slope * colors[place]).sum() - offset
              }
            }
          }
        }
      }
    }
    return result
  }

  private static func window(_ colors: [SIMD4<Float>]) -> Window {
    let mean = colors.reduce(.zero, +) / 9
    var spread = SIMD4<Float>.zero
    var mixed = SIMD4<Float>.zero
    for color in colors {
      let d = color - mean
      spread += d * d
      mixed += d * SIMD4(d.y, d.z, d.x, 0)
    }
    // Colors on a line make a nearly singular matrix, whose determinant needs all the digits of a Double.
    func value(_ sum: Float) -> Double { Double(sum) / 9 }
    let least = Double(noise)
    let (a, b, c) = (value(spread.x) + least, value(spread.y) + least, value(spread.z) + least)
    let (d, f, e) = (value(mixed.x), value(mixed.y), value(mixed.z))  // xy, yz, zx
    let determinant = a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e)
    let scale = 1 / max(1e-18, determinant)
    func row(_ x: Double, _ y: Double, _ z: Double) -> SIMD4<Float> {
      SIMD4(Float(scale * x), Float(scale * y), Float(scale * z), 0)
    }
    return Window(
      mean: mean, diagonal: row(b * c - f * f, a * c - e * e, a * b - d * d),
      mixed: row(e * f - d * c, d * e - a * f, d * f - e * b))
  }

  private static func product(_ left: [Float], _ right: [Float]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += Double(left[index] * right[index]) }
    return sum
  }
}
