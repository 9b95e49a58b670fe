import Catalog

/// Near and far depths for every covered cell, by the product's form, in product lengths.
struct BodyShape {
  let columns: Int
  let rows: Int
  private(set) var front: [Float]
  private(set) var back: [Float]

  private let grid: ProductGrid
  private let outline: ProductOutline
  private let cell: Float

  init(_ product: StudioProduct, outline: ProductOutline, layout: Layout, grid: ProductGrid) {
    self.grid = grid
    self.outline = outline
    columns = grid.columns
    rows = grid.rows
    cell = Float(1 / grid.cellsAUnit)
    front = Array(repeating: 0, count: columns * rows)
    back = front
    let edge = GroundEdge(outline: outline, layout: layout, columns: columns)
    let size = product.dimensionsMillimetres
    let thickness = size?.depth.map { depth in
      Float(min(max(depth / max(size?.width ?? 0, 1e-6), 0.005), 4)) * Float(columns) * cell
    }
    switch product.form ?? guess() {
    case .flat where outline.base == .corner: makeBox(edge)
    case .flat: makeCard(edge, thickness: thickness)
    case .round: makeRound(layout)
    case .inflated: makeInflated(thickness: thickness)
    case .lying: makeLying(thickness: thickness)
    }
  }

  /// Undercuts the lowest part a little, as real feet are rounded: there the contact shadow has its dark core.
  mutating func roundTheFoot() {
    let radius: Float = 0.012
    let count = min(Int(radius / cell) + 1, rows)
    for step in 0..<count {
      let height = (Float(step) + 0.5) * cell
      let cut = radius * (1 - max(0, 1 - (1 - height / radius) * (1 - height / radius)).squareRoot())
      for at in (rows - 1 - step) * columns..<(rows - step) * columns where front[at] - back[at] > 3 * cut {
        front[at] -= cut
      }
    }
  }

  /// A corner or an almost full rectangle is a box or a card, a mirror-like outline is round, anything else inflated.
  private func guess() -> ProductForm {
    if outline.base == .corner { return .flat }
    if case .ellipse = outline.base { return .round }
    let covered = grid.cover.count { $0 >= 0.5 }
    if Double(covered) > 0.955 * Double(columns * rows) { return .flat }
    var mirrored = 0
    var either = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let here = grid.cover[row * columns + column] >= 0.5
        let there = grid.cover[row * columns + columns - 1 - column] >= 0.5
        if here || there { either += 1 }
        if here && there { mirrored += 1 }
      }
    }
    return Double(mirrored) > 0.93 * Double(either) && columns < rows * 2 ? .round : .inflated
  }

  private mutating func makeBox(_ edge: GroundEdge) {
    for at in front.indices {
      let column = at % columns
      front[at] = edge.near[column] - 0.003
      back[at] = min(2 * edge.chord[column] - edge.near[column], edge.near[column] - 0.02)
    }
  }

  private mutating func makeCard(_ edge: GroundEdge, thickness: Float?) {
    let thick = thickness ?? 0.1 * Float(min(columns, rows)) * cell
    for at in front.indices {
      front[at] = edge.near[at % columns]
      back[at] = front[at] - thick
    }
  }

  /// Circles around the base's axis; what sticks out on one side, like a handle, is as thick as it is wide.
  private mutating func makeRound(_ layout: Layout) {
    let inside = distances(columns: columns, rows: rows) { grid.cover[$0] < 0.5 }
    let axis = Float(outline.baseColumn / outline.longest) / cell
    let squash = nearShare(layout)
    let hull = RoundHull(outline: outline, layout: layout, squash: squash)
    for row in 0..<rows {
      let height = Float(rows - 1 - row)
      let widest = radius(row: row, axis: axis)
      let radius = Float(hull.radius(height: Double(height * cell), widest: Double(widest * cell))) / cell
      for column in 0..<columns {
        let at = row * columns + column
        let off = Float(column) + 0.5 - axis
        let border = abs(off) < widest ? 0 : min(Float(min(column + 1, columns - column)), min(inside[at], 1e6))
        let round = max(radius * radius - off * off, 0).squareRoot()
        let thick = max(round, min(border, min(0.08 / cell, height))) * cell
        front[at] = squash * thick
        back[at] = -thick
      }
    }
  }

  /// How far both sides are from the axis, in cells: the smaller one, so that a handle does not count.
  private func radius(row: Int, axis: Float) -> Float {
    let middle = min(max(Int(axis), 0), columns - 1)
    guard grid.cover[row * columns + middle] >= 0.5 else { return 0 }
    var (first, last) = (middle, middle)
    while first > 0, grid.cover[row * columns + first - 1] >= 0.5 { first -= 1 }
    while last + 1 < columns, grid.cover[row * columns + last + 1] >= 0.5 { last += 1 }
    return max(0, min(axis - Float(first), Float(last + 1) - axis))
  }

  /// How much of a full circle the photo shows below the axis: 1 when its lower edge is the circle's, 0 when it is straight.
  private func nearShare(_ layout: Layout) -> Float {
    guard case .ellipse(let width, let rise) = outline.base else { return 0 }
    let half = width / outline.longest
    let slope = layout.eyeHeight / layout.eyeDistance
    let expected = half * slope / max(1 - half / layout.eyeDistance, 0.1)
    return Float(min(max(rise / outline.longest / max(expected, 1e-6), 0), 2))
  }

  private mutating func makeInflated(thickness: Float?) {
    let inside = distances(columns: columns, rows: rows + 1) { $0 < columns * rows && grid.cover[$0] < 0.5 }
    let widest = (0..<columns * rows).map { inside[$0] }.max() ?? 1
    let full = min(thickness.map { $0 / 2 / cell } ?? widest, 0.2 / cell)
    for at in front.indices {
      let border = min(inside[at], Float(min(at % columns + 1, columns - at % columns)))
      let reach = min(border, full)
      let half = max(reach * (2 * full - reach), 0).squareRoot()
      let foot = min(1, Float(rows - 1 - at / columns) * cell / 0.05)
      front[at] = (half - full) * cell * foot
      back[at] = -(full + half) * cell
    }
  }

  private mutating func makeLying(thickness: Float?) {
    let inside = distances(columns: columns, rows: rows) { grid.cover[$0] < 0.5 }
    let full = min(thickness.map { $0 / cell } ?? 0.06 / cell, 0.4 / cell)
    // Ground that is seen in a part of a cell must not be inside the body.
    for at in front.indices where grid.cover[at] >= 0.98 {
      let reach = min(inside[at], full)
      front[at] = max(reach * (2 * full - reach), 0).squareRoot() * cell
      back[at] = -0.01
    }
  }
}

/// The lower edge of the product laid out on the ground: for each column of the grid how near its foot is.
struct GroundEdge {
  /// z of the foot.
  var near: [Float]

  /// z of the line between the two ends of the foot.
  var chord: [Float]

  init(outline: ProductOutline, layout: Layout, columns: Int) {
    let size = Double(outline.crop.width) / Double(columns)
    let (first, last) = (outline.contact.lowerBound, outline.contact.upperBound)
    // Where the foot's edge stands on the ground: nearer than the picture plane a px is closer to the middle.
    let feet = (first...last).map { column -> (x: Double, z: Double) in
      let rise = (outline.groundRow - outline.envelope[column] + 0.5) / outline.longest
      let z = layout.depth(seenThrough: rise, floor: 0) ?? 0
      let off = Double(column) + 0.5 - outline.baseColumn
      return (outline.baseColumn + off * (1 - z / layout.eyeDistance), z)
    }
    let inset = max(0, min(feet.count - 1, feet.count / 50))
    let (left, right) = (feet[inset].z, feet[feet.count - 1 - inset].z)
    near = []
    chord = []
    var place = 0
    for column in 0..<columns {
      let x = (Double(column) + 0.5) * size
      while place + 1 < feet.count, feet[place + 1].x <= x { place += 1 }
      let share = min(max((x - Double(first)) / Double(max(last - first, 1)), 0), 1)
      chord.append(Float(left + (right - left) * share))
      near.append(Float(min(max(feet[place].z, -1), 1)))
    }
  }
}
