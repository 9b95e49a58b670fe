/// The distance of each cell of a grid to the nearest cell that is marked, in cells; exact.
///
/// Cost: linear in the number of cells. Source: P. Felzenszwalb and D. Huttenlocher, "Distance Transforms of Sampled
/// Functions", Theory of Computing 8, 2012.
func distances(columns: Int, rows: Int, to isMarked: (Int) -> Bool) -> [Float] {
  let far: Float = 1e12
  var squares = (0..<columns * rows).map { isMarked($0) ? Float(0) : far }
  var line = [Float](repeating: 0, count: max(columns, rows))
  var hull = LowerHull(count: max(columns, rows))
  for x in 0..<columns {
    for y in 0..<rows { line[y] = squares[y * columns + x] }
    hull.transform(&line, count: rows)
    for y in 0..<rows { squares[y * columns + x] = line[y] }
  }
  for y in 0..<rows {
    for x in 0..<columns { line[x] = squares[y * columns + x] }
    hull.transform(&line, count: columns)
    for x in 0..<columns { squares[y * columns + x] = line[x] }
  }
  return squares.map { $0.squareRoot() }
}

/// Working space for one line of the transform: the lower envelope of parabolas.
private struct LowerHull {
  private var places: [Int]
  private var bounds: [Float]
  private var results: [Float]

  init(count: Int) {
    places = Array(repeating: 0, count: count)
    bounds = Array(repeating: 0, count: count + 1)
    results = Array(repeating: 0, count: count)
  }

  mutating func transform(_ line: inout [Float], count: Int) {
    var last = 0
    places[0] = 0
    bounds[0] = -.infinity
    bounds[1] = .infinity
    for q in 1..<max(count, 1) {
      var crossing = meeting(line, q, places[last])
      while crossing <= bounds[last] {
        last -= 1
        crossing = meeting(line, q, places[last])
      }
      last += 1
      places[last] = q
      bounds[last] = crossing
      bounds[last + 1] = .infinity
    }
    last = 0
    for q in 0..<count {
      while bounds[last + 1] < Float(q) { last += 1 }
      let gap = Float(q - places[last])
      results[q] = gap * gap + line[places[last]]
    }
    for q in 0..<count { line[q] = results[q] }
  }

  private func meeting(_ line: [Float], _ q: Int, _ p: Int) -> Float {
    (line[q] + Float(q * q) - line[p] - Float(p * p)) / Float(2 * (q - p))
  }
}
