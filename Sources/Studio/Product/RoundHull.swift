import Catalog

/// The largest circles around the base's axis that are nowhere seen outside the product's outline, one for each height.
///
/// Lengths are product lengths, heights are over the ground. The near half of a circle is seen lower in the picture than
/// its middle, so a foot under a rounded rim is narrower than the outline at the ground's row.
struct RoundHull {
  /// How much nearer than a full circle the near half bulges, 0 for a product seen from the side.
  private let squash: Double

  /// The higher of both sides' lower edges, by how many px of the cut-out a column is from the axis.
  private let edge: [Double]
  private let longest: Double
  private let eye: (height: Double, distance: Double)

  private static let directions: [(along: Double, near: Double)] = (0...24).map { step in
    let near = sine(Double(step) * 90 / 24)
    return ((1 - near * near).squareRoot(), near)
  }

  init(outline: ProductOutline, layout: Layout, squash: Float) {
    self.squash = Double(squash)
    longest = outline.longest
    eye = (layout.eyeHeight, layout.eyeDistance)
    func height(_ column: Double) -> Double {
      let at = Int(column)
      return outline.envelope.indices.contains(at)
        ? (outline.groundRow - outline.envelope[at]) / outline.longest : .infinity
    }
    edge = (0...outline.envelope.count).map { off in
      max(height(outline.baseColumn + Double(off)), height(outline.baseColumn - Double(off)))
    }
  }

  /// The radius at a height, `widest` at most.
  func radius(height: Double, widest: Double) -> Double {
    guard squash > 0, !fits(widest, height) else { return widest }
    var (small, large) = (0.0, widest)
    for _ in 0..<12 {
      let middle = (small + large) / 2
      if fits(middle, height) { small = middle } else { large = middle }
    }
    return small
  }

  private func fits(_ radius: Double, _ height: Double) -> Bool {
    Self.directions.allSatisfy { direction in
      let size = eye.distance / max(eye.distance - squash * radius * direction.near, 0.1)
      let column = Int(radius * direction.along * size * longest)
      let seen = eye.height + (height - eye.height) * size
      // Half a px of the outline's own blur.
      return column < edge.count && seen >= edge[column] - 0.5 / longest
    }
  }
}
