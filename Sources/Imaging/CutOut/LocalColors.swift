internal import Glibc

/// Reads coarse values at places of a finer picture, bilinearly.
struct CoarseSampler: Sendable {
  /// A pair of neighboring lines and how much the second counts.
  typealias Place = (first: Int, second: Int, share: Float)

  private let columns: [Place]
  private let rows: [Place]
  private let width: Int

  /// The lines of `picture` that the lines of `photo` fall on.
  init(photo: Raster, picture: WorkingPicture) {
    self.init(from: (picture.width, picture.height), to: (photo.width, photo.height))
  }

  /// The lines of a coarse picture that the lines of a fine one fall on; sizes are width and height in px.
  init(from coarse: (Int, Int), to fine: (Int, Int)) {
    columns = Self.places(from: coarse.0, to: fine.0)
    rows = Self.places(from: coarse.1, to: fine.1)
    width = coarse.0
  }

  /// The values at all places of the fine picture, row by row.
  func all(_ values: [Float]) -> [Float] {
    rows.flatMap { row in columns.indices.map { value(values, row, $0) } }
  }

  /// Where the photo's row `y` lies.
  func row(_ y: Int) -> Place { rows[y] }

  /// The value at the photo's column `x` in a row.
  @inline(__always) func value(_ values: [Float], _ row: Place, _ x: Int) -> Float {
    let column = columns[x]
    let upper =
      values[row.first * width + column.first] * (1 - column.share)
      + values[row.first * width + column.second] * column.share
    let lower =
      values[row.second * width + column.first] * (1 - column.share)
      + values[row.second * width + column.second] * column.share
    return upper * (1 - row.share) + lower * row.share
  }

  /// The value at the photo's column `x` in a row.
  @inline(__always) func value(_ values: [SIMD4<Float>], _ row: Place, _ x: Int) -> SIMD4<Float> {
    let column = columns[x]
    let upper =
      values[row.first * width + column.first] * (1 - column.share)
      + values[row.first * width + column.second] * column.share
    let lower =
      values[row.second * width + column.first] * (1 - column.share)
      + values[row.second * width + column.second] * column.share
    return upper * (1 - row.share) + lower * row.share
  }

  private static func places(from coarse: Int, to fine: Int) -> [Place] {
    (0..<fine).map { line in
      let position = max(0, min(Float(coarse - 1), (Float(line) + 0.5) * Float(coarse) / Float(fine) - 0.5))
      let first = min(coarse - 1, Int(position))
      return (first, min(coarse - 1, first + 1), position - Float(first))
    }
  }
}

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
    let wide = grid.blurred(near, radius: radius * 6)
    let squareSums = grid.blurred(squares, radius: radius)
    let wideSquares = grid.blurred(squares, radius: radius * 6)
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
    return Side(mean: mean, variance: variance, share: sums.map(\.w))
  }
}
