/// Lines drawn with a round pen on a mask, smooth at their edges. Where lines meet, nothing gets darker.
struct PenStrokes {
  private let width: Int
  private let height: Int
  private let pen: Double
  private var coverage: [UInt8]

  /// An empty sheet of at least 1 × 1 px; `pen` is the width of the lines in px.
  init(width: Int, height: Int, pen: Double) {
    (self.width, self.height, self.pen) = (width, height, pen)
    coverage = [UInt8](repeating: 0, count: width * height)
  }

  /// What was drawn so far.
  var mask: Raster { Raster(width: width, height: height, format: .mask, bytes: coverage) }

  /// Draws from point to point; one point alone is a dot. What leaves the sheet is left out.
  mutating func draw(_ points: [(x: Double, y: Double)]) {
    guard let first = points.first else { return }
    if points.count == 1 { draw(from: first, to: first) }
    for (start, end) in zip(points, points.dropFirst()) { draw(from: start, to: end) }
  }

  private mutating func draw(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let reach = pen / 2 + 1
    let columns = Self.range(min(start.x, end.x) - reach, max(start.x, end.x) + reach, below: width)
    let rows = Self.range(min(start.y, end.y) - reach, max(start.y, end.y) + reach, below: height)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let squared = dx * dx + dy * dy
    for row in rows {
      for column in columns {
        let (x, y) = (Double(column) + 0.5 - start.x, Double(row) + 0.5 - start.y)
        let along = squared > 0 ? min(max((x * dx + y * dy) / squared, 0), 1) : 0
        let (away, aside) = (x - along * dx, y - along * dy)
        // The pixel counts as a strip of 1 px across the line.
        let share = min(max(pen / 2 + 0.5 - (away * away + aside * aside).squareRoot(), 0), 1)
        let place = row * width + column
        coverage[place] = max(coverage[place], UInt8((share * 255).rounded()))
      }
    }
  }

  private static func range(_ low: Double, _ high: Double, below end: Int) -> Range<Int> {
    let first = Int(min(max(low.rounded(.down), 0), Double(end)))
    return first..<max(first, Int(min(max(high.rounded(.up), 0), Double(end))))
  }
}
