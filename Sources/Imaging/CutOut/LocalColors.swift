internal import Glibc

/// Mean and spread of the product's and the backdrop's colors near every coarse pixel.
struct LocalColors: Sendable {
  private let product: Side
  private let backdrop: Side
  /// The product's colors away from its contour.
  private let core: Side

  private struct Side: Sendable {
    var mean: [SIMD4<Float>]
    var variance: [SIMD4<Float>]
    /// How much of the closest neighborhood the samples fill, 0...1.
    var share: [Float]
  }

  /// Gathers colors that lie surely (more than a pixel and a half) on their side of the contour, near ones first.
  init(picture: WorkingPicture, distance: [Float], grid: Grid) {
    product = Self.side(picture, grid) { distance[$0] > 1.2 }
    backdrop = Self.side(picture, grid) { distance[$0] < -1.2 }
    core = Self.side(picture, grid) { distance[$0] > 3.2 }
  }

  /// Positive when the color is more likely the product's, negative when the backdrop's; in log-likelihood.
  func evidence(
    _ color: SIMD4<Float>, _ row: CoarseSampler.Place, _ x: Int, _ sampler: CoarseSampler
  ) -> Float {
    Self.cost(color, sampler.value(backdrop.mean, row, x), sampler.value(backdrop.variance, row, x))
      - Self.cost(color, sampler.value(product.mean, row, x), sampler.value(product.variance, row, x))
  }

  /// Whether a color is the ground's with less light and unlike the product's core near by, where there is one.
  func isShadow(_ color: SIMD4<Float>, _ row: CoarseSampler.Place, _ x: Int, _ sampler: CoarseSampler) -> Bool {
    let ground = sampler.value(backdrop.mean, row, x)
    guard color.x < ground.x else { return false }
    // With less light all three cube roots of Lab shrink by the same factor, so a and b shrink with L + 16.
    let tint = color - ground * ((color.x + 16) / (ground.x + 16))
    let spread = sampler.value(backdrop.variance, row, x)
    guard tint.y * tint.y / spread.y + tint.z * tint.z / spread.z < 1 else { return false }
    guard sampler.value(core.share, row, x) > 0.02 else { return false }
    let unlike = color - sampler.value(core.mean, row, x)
    return (unlike * unlike / sampler.value(core.variance, row, x)).sum() > 9
  }

  @inline(__always)
  private static func cost(_ color: SIMD4<Float>, _ mean: SIMD4<Float>, _ variance: SIMD4<Float>) -> Float {
    let d = color - mean
    return 0.5 * (d * d / variance).sum() + 0.5 * logf(variance.x * variance.y * variance.z)
  }

  private static func side(_ picture: WorkingPicture, _ grid: Grid, _ belongs: (Int) -> Bool) -> Side {
    var near = [SIMD4<Float>](repeating: .zero, count: grid.count)
    var squares = near
    for index in 0..<grid.count where belongs(index) {
      let color = picture.lab[index]
      near[index] = color
      near[index].w = 1
      squares[index] = color * color
    }
    let radius = max(1, min(3, min(grid.width, grid.height) / 8))
    let sums = grid.blurred(near, radius: radius)
    let squareSums = grid.blurred(squares, radius: radius)
    let wide = grid.roughlyBlurred(near, radius: radius * 6)
    let wideSquares = grid.roughlyBlurred(squares, radius: radius * 6)
    var mean = near
    var variance = near
    for index in 0..<grid.count {
      let sum = sums[index] + 0.02 * wide[index]
      let share = 1 / max(1e-6, sum.w)
      var center = sum * share
      center.w = 0
      var spread = (squareSums[index] + 0.02 * wideSquares[index]) * share - center * center
      spread = pointwiseMax(spread, .zero) + 6
      spread.w = 1
      mean[index] = center
      variance[index] = spread
    }
    return Side(mean: mean, variance: variance, share: sums.map { $0.w })
  }
}
