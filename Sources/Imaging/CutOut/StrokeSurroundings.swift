/// The part of a photo in which strokes can change something.
struct StrokeSurroundings {
  /// What is looked at: everything within reach, and the colors around that. Px of the photo.
  let area: CutOut.Bounds
  /// How far from a stroke pixels are decided anew, in px of the photo.
  let reach: Float

  /// Nil when no stroke touches the photo.
  init?(of hints: CutOut.Hints, in photo: Raster) {
    let strokes = hints.product + hints.background
    let side = Double(max(photo.width, photo.height))
    // Long lines are drawn along something long, thick ones over something large; neither may reach through the photo.
    let lengths = strokes.map { $0.length(upTo: side) }
    let widest = strokes.map(\.width).max() ?? 0
    let reach = max(24, 0.05 * side, min(0.1 * side, max(3 * widest, 0.5 * (lengths.max() ?? 0))))
    guard let area = Self.bounds(of: strokes, in: photo, margin: 1.5 * reach + 8) else { return nil }
    self.area = area
    self.reach = Float(reach)
  }

  /// The box around strokes, as far as it lies on the photo; nil when nothing of any stroke does.
  static func bounds(of strokes: [CutOut.Stroke], in photo: Raster, margin: Double) -> CutOut.Bounds? {
    var low = SIMD2(Double.infinity, Double.infinity)
    var high = -low
    let size = SIMD2(Double(photo.width), Double(photo.height))
    for stroke in strokes {
      let radius = 0.5 * stroke.width
      let first = stroke.points.reduce(SIMD2(Double.infinity, Double.infinity)) { pointwiseMin($0, $1) } - radius
      let last = stroke.points.reduce(SIMD2(-Double.infinity, -Double.infinity)) { pointwiseMax($0, $1) } + radius
      guard first.x < size.x, first.y < size.y, last.x > 0, last.y > 0 else { continue }
      low = pointwiseMin(low, first)
      high = pointwiseMax(high, last)
    }
    guard low.x.isFinite, low.y.isFinite, high.x.isFinite, high.y.isFinite else { return nil }
    let start = pointwiseMax(low - margin, .zero)
    let end = pointwiseMin(high + margin, size)
    let (x, y) = (Int(start.x), Int(start.y))
    return CutOut.Bounds(
      x: x, y: y, width: max(1, Int(end.x.rounded(.up)) - x), height: max(1, Int(end.y.rounded(.up)) - y))
  }
}

extension CutOut.Stroke {
  /// The length of the line in px, at most `limit`.
  fileprivate func length(upTo limit: Double) -> Double {
    var sum = 0.0
    for (start, end) in zip(points, points.dropFirst()) {
      let step = end - start
      sum += (step * step).sum().squareRoot()
      if sum > limit { return limit }
    }
    return sum
  }
}

extension CutOut.Bounds {
  /// The box with `margin` px more on every side, as far as that lies on the photo.
  func grown(by margin: Int, in photo: Raster) -> CutOut.Bounds {
    let (left, top) = (max(0, x - margin), max(0, y - margin))
    let (right, end) = (min(photo.width, x + width + margin), min(photo.height, y + height + margin))
    return CutOut.Bounds(x: left, y: top, width: right - left, height: end - top)
  }
}
