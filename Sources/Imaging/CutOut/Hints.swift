extension CutOut {
  /// What a user pointed out in a photo. Lengths are px of the photo; the origin is its top left corner, and the center of
  /// the first pixel lies at (0.5, 0.5).
  public struct Hints: Sendable, Equatable {
    /// The product lies inside, and nearly fills it.
    public var box: Bounds?
    /// Drawn over the product.
    public var product: [Stroke]
    /// Drawn over what is not the product.
    public var background: [Stroke]

    /// No hint at all, if nothing is given.
    public init(box: Bounds? = nil, product: [Stroke] = [], background: [Stroke] = []) {
      self.box = box
      self.product = product
      self.background = background
    }

    /// Whether nothing was pointed out.
    public var isEmpty: Bool { box == nil && product.isEmpty && background.isEmpty }
  }

  /// A line through points, or a dot.
  public struct Stroke: Sendable, Equatable {
    /// The corners of the line, at least one.
    public var points: [SIMD2<Double>]
    /// How wide the line is.
    public var width: Double

    public init(points: [SIMD2<Double>], width: Double) {
      self.points = points
      self.width = width
    }
  }
}

/// Hints as planes of a picture that shows a part of the photo.
struct HintPlanes: Sendable {
  /// 1 where the user said product, -1 where background, else 0; background wins where both were said.
  let strokes: [Float]
  /// 1 inside the user's box; 0 everywhere without one.
  let box: [Float]
  /// Whether the user gave a box.
  let hasBox: Bool

  /// Draws hints for the part `area` of a photo, shown at `width` × `height` px.
  init(_ hints: CutOut.Hints, in area: CutOut.Bounds, width: Int, height: Int) {
    let scale = SIMD2(Double(width) / Double(area.width), Double(height) / Double(area.height))
    let origin = SIMD2(Double(area.x), Double(area.y))
    var strokes = [Float](repeating: 0, count: width * height)
    for (lines, value) in [(hints.product, Float(1)), (hints.background, Float(-1))] {
      for line in lines {
        let radius = max(0.75, 0.5 * line.width * min(scale.x, scale.y))
        let points = line.points.map { ($0 - origin) * scale }
        for (start, end) in zip(points, points.dropFirst() + points.suffix(1)) {
          Self.draw(from: start, to: end, radius: radius, width: width, height: height) { strokes[$0] = value }
        }
      }
    }
    self.strokes = strokes
    hasBox = hints.box != nil
    box = (0..<width * height).map { index in
      guard let box = hints.box else { return 0 }
      let x = Int(origin.x + (Double(index % width) + 0.5) / scale.x)
      let y = Int(origin.y + (Double(index / width) + 0.5) / scale.y)
      return (box.x..<box.x + box.width).contains(x) && (box.y..<box.y + box.height).contains(y) ? 1 : 0
    }
  }

  /// Whether a pixel may only be what the user said; nil where nothing was said.
  func verdict(_ index: Int) -> Bool? {
    if strokes[index] != 0 { return strokes[index] > 0 }
    return hasBox && box[index] == 0 ? false : nil
  }

  /// How well a mask reaches the sides of the user's box: shared over united area of the box and the mask's own, 0...1.
  func filling(by mask: [Bool], width: Int) -> Float {
    let grid = Grid(width: width, height: mask.count / max(1, width))
    guard let own = grid.bounds({ mask[$0] }), let wanted = grid.bounds({ box[$0] > 0 }) else { return 0 }
    let across = min(own.x + own.width, wanted.x + wanted.width) - max(own.x, wanted.x)
    let down = min(own.y + own.height, wanted.y + wanted.height) - max(own.y, wanted.y)
    let shared = max(0, across) * max(0, down)
    let sum = own.width * own.height + wanted.width * wanted.height
    return Float(shared) / Float(max(1, sum - shared))
  }

  /// A mask changed to what the user said. A part of it that was struck through goes as a whole if others remain.
  func imposed(on mask: [Bool], grid: Grid) -> [Bool] {
    var result = mask
    if strokes.contains(where: { $0 < 0 }) {
      let parts = grid.components(of: mask.indices.map { mask[$0] || strokes[$0] < 0 })
      let struck = parts.map { part in part.contains { strokes[$0] < 0 } && !part.contains { strokes[$0] > 0 } }
      let kept = parts.indices.filter { !struck[$0] }.map { parts[$0].count }.max() ?? 0
      for (part, isStruck) in zip(parts, struck) where isStruck && kept * 20 > part.count {
        for index in part { result[index] = false }
      }
    }
    return result.indices.map { verdict($0) ?? result[$0] }
  }

  /// Calls `body` for all pixels whose centers lie within `radius` of a line.
  private static func draw(
    from start: SIMD2<Double>, to end: SIMD2<Double>, radius: Double, width: Int, height: Int, _ body: (Int) -> Void
  ) {
    func span(_ one: Double, _ other: Double, _ count: Int) -> Range<Int> {
      let low = max(0, min(Double(count), (min(one, other) - radius).rounded(.down)))
      let high = max(low, min(Double(count), (max(one, other) + radius).rounded(.up)))
      return Int(low)..<Int(high)
    }
    let along = end - start
    let length = max(1e-9, (along * along).sum())
    for y in span(start.y, end.y, height) {
      for x in span(start.x, end.x, width) {
        let offset = SIMD2(Double(x) + 0.5, Double(y) + 0.5) - start
        let share = max(0, min(1, (offset * along).sum() / length))
        let gap = offset - share * along
        if (gap * gap).sum() <= radius * radius { body(y * width + x) }
      }
    }
  }
}
