import Imaging

/// How far the filter may look at each px: shadows are sharp where a thing touches and soften with the distance, so the
/// filter's reach grows with the distance from the product and from the outlines of pieces.
struct FilterReach {
  private let canvas: Canvas
  private static let coarse = 4

  /// Px of reach for a px of distance.
  static let growth: Float = 0.25

  /// The reach at the product itself.
  static func least(_ canvas: Canvas) -> Float { 1 + 0.001 * Float(max(canvas.width, canvas.height)) }

  init(_ canvas: Canvas) { self.canvas = canvas }

  /// Fills the canvas's `reach`.
  func fill() {
    let coarse = Self.coarse
    let columns = (canvas.width + coarse - 1) / coarse
    let rows = (canvas.height + coarse - 1) / coarse
    let outlines = outlines(columns: columns, rows: rows)
    let far = canvas.locked.bytes.withUnsafeBufferPointer { bytes in
      distances(columns: columns, rows: rows) { cell in
        let x = min(cell % columns * coarse + coarse / 2, canvas.width - 1)
        let y = min(cell / columns * coarse + coarse / 2, canvas.height - 1)
        return outlines[cell] || bytes[(y * canvas.width + x) * 4 + 3] >= 128
      }
    }
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let distance = min(far[y / coarse * columns + x / coarse], 1e5) * Float(coarse)
        canvas.reach.start[y * canvas.width + x] = Self.least(canvas) + Self.growth * distance
      }
    }
  }

  /// Which cells have a px that a piece covers in part.
  private func outlines(columns: Int, rows: Int) -> [Bool] {
    var outlines = [Bool](repeating: false, count: columns * rows)
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let at = y * canvas.width + x
        guard canvas.guides.start[at] == -2, canvas.base.start[at * 4 + 3] > 0 else { continue }
        outlines[y / Self.coarse * columns + x / Self.coarse] = true
      }
    }
    return outlines
  }
}
