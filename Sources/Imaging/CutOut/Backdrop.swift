internal import Glibc

/// A smooth surface a Lab channel that was fitted to the frame of a photo: what the backdrop would look like without the
/// product.
struct Backdrop: Sendable {
  /// Six coefficients of 1, x, y, x², xy, y² with x and y in -1...1; Lab values.
  private(set) var coefficients: [SIMD4<Float>]
  /// The share of the frame's pixels within dE 8 of the surface, 0...1.
  let explained: Float
  /// The spread of the frame's pixels around the surface, robust standard deviation in dE, at least 0.5.
  let noise: Float

  /// How surely one smooth backdrop lies behind the product, 0...1.
  var studio: Float { max(0, min(1, (explained - 0.6) / 0.3)) }

  /// Fits the ring of 4 % of the shorter side by re-weighted least squares, eight rounds with Cauchy weights, so that a
  /// product that crosses the frame does not bend the surface.
  init(of picture: WorkingPicture) {
    let all = Self.ring(width: picture.width, height: picture.height)
    let ring = stride(from: 0, to: all.count, by: max(1, all.count / Self.enough)).map { all[$0] }
    let samples = ring.map { picture.lab[$0] }
    let terms = ring.map { Self.terms(at: $0, in: picture) }
    var weights = [Float](repeating: 1, count: ring.count)
    var fitted = Self.startingPoint(samples)
    var distances = zip(samples, terms).map { ($0 - Self.value(fitted, $1)).length }
    for _ in 0..<8 {
      let scale = max(1, 2 * Self.median(distances))
      for index in weights.indices {
        let ratio = distances[index] / scale
        weights[index] = 1 / (1 + ratio * ratio)
      }
      fitted = Self.solve(samples: samples, terms: terms, weights: weights)
      distances = zip(samples, terms).map { ($0 - Self.value(fitted, $1)).length }
    }
    coefficients = fitted
    explained = Float(distances.count { $0 < 8 }) / Float(distances.count)
    noise = max(0.5, Self.median(distances) / 1.54)
  }

  /// From how many pixels of the ring on only some are asked, evenly picked.
  private static let enough = 4000

  /// The surface at every pixel, Lab.
  func values(for picture: WorkingPicture) -> [SIMD4<Float>] {
    (0..<picture.count).map { Self.value(coefficients, Self.terms(at: $0, in: picture)) }
  }

  /// The indices of the pixels in the ring of 4 % of the shorter side, at least one pixel wide.
  static func ring(width: Int, height: Int) -> [Int] {
    let wide = max(1, Int((Float(min(width, height)) * 0.04).rounded()))
    return (0..<width * height).filter { index in
      let x = index % width
      let y = index / width
      return x < wide || y < wide || x >= width - wide || y >= height - wide
    }
  }

  private typealias Terms = (Float, Float, Float, Float, Float, Float)

  private static func terms(at index: Int, in picture: WorkingPicture) -> Terms {
    let x = 2 * (Float(index % picture.width) + 0.5) / Float(picture.width) - 1
    let y = 2 * (Float(index / picture.width) + 0.5) / Float(picture.height) - 1
    return (1, x, y, x * x, x * y, y * y)
  }

  private static func value(_ c: [SIMD4<Float>], _ t: Terms) -> SIMD4<Float> {
    c[0] + t.1 * c[1] + t.2 * c[2] + t.3 * c[3] + t.4 * c[4] + t.5 * c[5]
  }

  /// The median color as a flat surface.
  private static func startingPoint(_ samples: [SIMD4<Float>]) -> [SIMD4<Float>] {
    let color = SIMD4(median(samples.map { $0.x }), median(samples.map { $0.y }), median(samples.map { $0.z }), 0)
    return [color] + Array(repeating: .zero, count: 5)
  }

  /// Weighted least squares with a little damping, which keeps flat and tiny pictures solvable.
  private static func solve(samples: [SIMD4<Float>], terms: [Terms], weights: [Float]) -> [SIMD4<Float>] {
    var normal = [[Double]](repeating: Array(repeating: 0, count: 6), count: 6)
    var right = [SIMD4<Double>](repeating: .zero, count: 6)
    for index in samples.indices {
      let t = terms[index]
      let row: [Float] = [t.0, t.1, t.2, t.3, t.4, t.5]
      let color = SIMD4<Double>(samples[index])
      for i in 0..<6 {
        let scaled = Double(weights[index] * row[i])
        right[i] += scaled * color
        for j in 0...i { normal[i][j] += scaled * Double(row[j]) }
      }
    }
    for i in 0..<6 {
      normal[i][i] += 1e-4 * Double(samples.count)
      for j in 0..<i { normal[j][i] = normal[i][j] }
    }
    return eliminate(&normal, &right).map { SIMD4<Float>($0) }
  }

  /// Gauss elimination of a positive definite system.
  private static func eliminate(_ m: inout [[Double]], _ b: inout [SIMD4<Double>]) -> [SIMD4<Double>] {
    for i in 0..<6 {
      for j in i + 1..<6 {
        let factor = m[j][i] / m[i][i]
        for k in i..<6 { m[j][k] -= factor * m[i][k] }
        b[j] -= factor * b[i]
      }
    }
    var x = [SIMD4<Double>](repeating: .zero, count: 6)
    for i in (0..<6).reversed() {
      var sum = b[i]
      for k in i + 1..<6 { sum -= m[i][k] * x[k] }
      x[i] = sum / m[i][i]
    }
    return x
  }

  private static func median(_ values: [Float]) -> Float {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
