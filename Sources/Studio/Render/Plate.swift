import CStudioKernels

/// The light of the set without the product, on a grid over floor and wall: the radiance that a white card in place would have.
///
/// Found once for a scene by direct light plus repeated gathering (radiosity). Columns run along x, rows along s = y - z.
struct Plate {
  static let nodesAUnit: Float = 5

  let columns: Int
  let rows: Int
  let left: Float
  let first: Float

  /// Red, green, blue, unused for each node.
  private(set) var values: [Float]

  /// The light of a card on the ground beside the product: it counts as 1.
  private(set) var reference = SIMD3<Float>(1, 1, 1)

  /// The same for a card on the wall behind the product, of a set with a hard line.
  private(set) var wallReference = SIMD3<Float>(1, 1, 1)

  /// What light is left beyond the last bounce: the gathered part at the reference card.
  private(set) var rest = SIMD3<Float>(0, 0, 0)

  init(_ built: BuiltSet, layout: Layout, workers: Workers) throws(StudioError) {
    let set = built.set
    let reach = Extent(set, layout: layout)
    left = Float(-reach.halfWidth)
    first = set.floor_y - Float(reach.front)
    columns = Int((2 * reach.halfWidth) * Double(Self.nodesAUnit)) + 2
    rows = Int((reach.top - Double(set.wall_z) + Double(set.wall_gap) - Double(first)) * Double(Self.nodesAUnit)) + 2
    values = Array(repeating: 0, count: columns * rows * 4)
    let points = Memory(Self.points(set, columns: columns, rows: rows, left: left, first: first), padding: 0)
    let direct = Memory<Float>(values.count, 0)
    let (columns, rows) = (columns, rows)
    try workers.run(rows) { row in
      krafd_studio_direct(
        built.pointer, points.start + row * columns * 6, columns, 64, direct.start + row * columns * 4)
    }
    values = Array(UnsafeBufferPointer(start: direct.start, count: direct.count))
    let gathered = Memory<Float>(values.count, 0)
    for _ in 0..<4 {
      built.finish(plate: self)
      try workers.run(rows) { row in
        krafd_studio_gather(
          built.pointer, points.start + row * columns * 6, columns, 128, gathered.start + row * columns * 4)
      }
      for place in values.indices { values[place] = direct.start[place] + gathered.start[place] }
    }
    let card = (Float(0), set.floor_y - 0.3)
    let wall = (Float(0), set.floor_y + 0.8 - set.wall_z + set.wall_gap)
    reference = light(x: card.0, s: card.1)
    wallReference = set.radius > 0 ? reference : light(x: wall.0, s: wall.1)
    let whole = reference
    values = Array(UnsafeBufferPointer(start: gathered.start, count: gathered.count))
    rest = light(x: card.0, s: card.1)
    for place in values.indices { values[place] += direct.start[place] }
    reference = whole
    built.finish(plate: self)
  }

  /// The light at a place, bilinear; outside the grid, at its border.
  func light(x: Float, s: Float) -> SIMD3<Float> {
    let c = min(max((x - left) * Self.nodesAUnit, 0), Float(columns) - 1.001)
    let r = min(max((s - first) * Self.nodesAUnit, 0), Float(rows) - 1.001)
    let (ci, ri) = (Int(c), Int(r))
    func node(_ column: Int, _ row: Int) -> SIMD3<Float> {
      let at = (row * columns + column) * 4
      return SIMD3(values[at], values[at + 1], values[at + 2])
    }
    let (u, v) = (c - Float(ci), r - Float(ri))
    let top = node(ci, ri) * (1 - u) + node(ci + 1, ri) * u
    return top * (1 - v) + (node(ci, ri + 1) * (1 - u) + node(ci + 1, ri + 1) * u) * v
  }

  /// How much of the set the grid covers: what the camera sees, and a little around it.
  private struct Extent {
    var halfWidth: Double
    var front: Double
    var top: Double

    init(_ set: KrafdStudioSet, layout: Layout) {
      let floor = Double(set.floor_y)
      let back = (layout.eyeDistance - Double(set.wall_z)) / layout.eyeDistance
      let bottom = layout.worldHeight(row: Double(layout.height))
      let top = layout.worldHeight(row: 0)
      front = min(max(layout.depth(seenThrough: bottom, floor: floor) ?? 3, 2.5) + 0.5, 12)
      halfWidth = min(max(Double(layout.width) * layout.scale * 0.75 * back + 0.5, 4), 20)
      self.top = min(max(layout.eyeHeight + (top - layout.eyeHeight) * back + 0.5, 4), 16)
    }
  }

  /// Place and normal of every node, six floats each.
  private static func points(
    _ set: KrafdStudioSet, columns: Int, rows: Int, left: Float, first: Float
  ) -> [Float] {
    var points: [Float] = []
    points.reserveCapacity(columns * rows * 6)
    for row in 0..<rows {
      let (place, normal) = profile(set, s: first + Float(row) / nodesAUnit)
      for column in 0..<columns {
        points += [left + Float(column) / nodesAUnit, place.x, place.y, 0, normal.x, normal.y]
      }
    }
    return points
  }

  /// y and z of the set's outline, and the normal's, at a place s.
  private static func profile(_ set: KrafdStudioSet, s: Float) -> (place: SIMD2<Float>, normal: SIMD2<Float>) {
    let (floor, wall, radius) = (set.floor_y, set.wall_z, set.radius)
    if radius <= 0 {
      let corner = floor - wall
      if s <= corner + set.wall_gap / 2 { return (SIMD2(floor, max(floor - s, wall)), SIMD2(1, 0)) }
      return (SIMD2(max(s - set.wall_gap + wall, floor), wall), SIMD2(0, 1))
    }
    let along = s - (floor - wall - radius)
    if along <= 0 { return (SIMD2(floor, floor - s), SIMD2(1, 0)) }
    if along >= 2 * radius { return (SIMD2(s + wall, wall), SIMD2(0, 1)) }
    let angle = .pi / 4 + Float(arcSine(Double((along / radius - 1) / Float(2).squareRoot())))
    let degrees = Double(angle) * 180 / .pi
    let (up, deep) = (Float(cosine(degrees)), Float(sine(degrees)))
    return (SIMD2(floor + radius * (1 - up), wall + radius * (1 - deep)), SIMD2(up, deep))
  }
}
