import Catalog

/// Shapes in front of a lamp, drawn around the product's middle as the lamp sees it; lengths in product lengths.
struct GoboMask: Sendable {
  private let gobo: Gobo
  private let leaves: [Leaf]

  init(_ gobo: Gobo) {
    self.gobo = gobo
    leaves =
      switch gobo {
      case .leaf:
        Self.branch(root: SIMD2(-1.9, 1.5), toward: -28, length: 2.3, pairs: 6, leaf: SIMD2(0.52, 0.13), spread: 48)
          + Self.branch(root: SIMD2(1.9, 1.9), toward: 214, length: 1.6, pairs: 4, leaf: SIMD2(0.46, 0.12), spread: 52)
      case .palm:
        Self.branch(root: SIMD2(-2.1, 0.7), toward: 12, length: 2.5, pairs: 15, leaf: SIMD2(0.95, 0.045), spread: 50)
          + Self.branch(root: SIMD2(1.2, 2.4), toward: 250, length: 1.9, pairs: 12, leaf: SIMD2(0.8, 0.042), spread: 52)
      default: []
      }
  }

  /// How much light passes, 0...1, through an opening whose edges are blurred by `blur`.
  func light(_ p: SIMD2<Float>, blur: Float) -> Float {
    switch gobo {
    case .leaf, .palm:
      var free: Float = 1
      for leaf in leaves { free = min(free, 1 - leaf.cover(p, blur)) }
      return 0.06 + 0.94 * free
    case .blinds:
      let pitch: Float = 0.3
      let q = p.y + 0.12 * p.x
      let within = abs((q / pitch - (q / pitch).rounded(.down)) - 0.5) * pitch
      return Self.edge(0.088 - within, blur) * Self.edge(2.4 - abs(p.x), blur * 2)
    case .window:
      let pane = SIMD2<Float>(0.78, 0.86)
      let frame = SIMD2(p.x + 0.3, p.y - 0.1)
      let (u, v) = (frame.x / pane.x, frame.y / pane.y)
      let (i, j) = (u.rounded(.down), v.rounded(.down))
      guard i >= -2, i < 2, j >= -2, j < 2 else { return Self.edge(-0.2, blur) }
      let inside = min(
        (0.5 - abs(u - i - 0.5)) * pane.x, (0.5 - abs(v - j - 0.5)) * pane.y)
      return Self.edge(inside - 0.035, blur)
    case .dapple:
      let field = Noise.fractal(p, 0.42, octaves: 3, gain: 0.55, 0, 171)
      return 0.25 + 0.75 * Self.edge((field + 0.12) * 0.22, blur + 0.03)
    }
  }

  /// 0 outside, 1 inside, for a signed distance.
  private static func edge(_ distance: Float, _ blur: Float) -> Float { Noise.step(-blur, blur, distance) }

  /// A lens: two arcs that meet in points.
  private struct Leaf {
    let middle: SIMD2<Float>
    let along: SIMD2<Float>
    let half: SIMD2<Float>

    /// 1 under the leaf, 0 beside it.
    func cover(_ p: SIMD2<Float>, _ blur: Float) -> Float {
      let d = p - middle
      let u = (d * along).sum() / half.x
      guard abs(u) < 1.2 else { return 0 }
      let v = d.y * along.x - d.x * along.y
      // Broadest a little below its middle, a point at its end.
      let width = half.y * max(0, 1 - u * u) * (1 - 0.35 * u)
      return GoboMask.edge(width - abs(v), blur)
    }
  }

  /// A stem with leaves in pairs, smaller towards its end.
  private static func branch(
    root: SIMD2<Float>, toward degrees: Double, length: Float, pairs: Int, leaf: SIMD2<Float>, spread: Double
  ) -> [Leaf] {
    var leaves: [Leaf] = []
    func direction(_ degrees: Double) -> SIMD2<Float> { SIMD2(Float(cosine(degrees)), Float(sine(degrees))) }
    for pair in 0..<pairs {
      let share = (Float(pair) + 0.6) / Float(pairs)
      // The stem bends under its weight.
      let bend = degrees - Double(share * share) * 24
      let place = root + direction(bend) * length * share
      let size = leaf * (1 - 0.55 * share) * (0.9 + 0.2 * Noise.unit(Int32(pair), 5, 161))
      for side in [-1.0, 1.0] {
        let way = direction(
          bend + side * (spread - 16 * Double(share)) + Double(Noise.unit(Int32(pair), side > 0 ? 1 : 2, 162) - 0.5)
            * 14)
        leaves.append(Leaf(middle: place + way * size.x, along: way, half: size))
      }
    }
    leaves.append(
      Leaf(
        middle: root + direction(degrees - 10) * length * 0.5, along: direction(degrees - 12),
        half: SIMD2(length * 0.52, 0.02)))
    return leaves
  }
}
