/// The blocks of 4 × 4 px, from the upper left corner, in which two pictures of one size are the same to the byte.
struct SameBlocks {
  /// The side of a block, in px.
  static let side = 4

  private let columns: Int
  private let rows: Int
  private let same: [Bool]

  init(_ one: Raster, _ two: Raster) {
    let (width, side) = (one.width, Self.side)
    let columns = (width + side - 1) / side
    rows = (one.height + side - 1) / side
    var same = [Bool](repeating: true, count: columns * rows)
    one.bytes.withUnsafeBytes { one in
      two.bytes.withUnsafeBytes { two in
        for row in 0..<one.count / 4 / width {
          let (first, block) = (row * width, row / side * columns)
          for x in 0..<width {
            let place = (first + x) * 4
            let isSame =
              one.loadUnaligned(fromByteOffset: place, as: UInt32.self)
              == two.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            if !isSame { same[block + x / side] = false }
          }
        }
      }
    }
    self.columns = columns
    self.same = same
  }

  /// The columns and rows of blocks that hold every change; the first block when nothing changes.
  var changed: (columns: Range<Int>, rows: Range<Int>) {
    var (left, right, top, bottom) = (columns, 0, rows, 0)
    for row in 0..<rows {
      for column in 0..<columns where !same[row * columns + column] {
        (left, right) = (min(left, column), max(right, column + 1))
        (top, bottom) = (min(top, row), row + 1)
      }
    }
    return left < right ? (left..<right, top..<bottom) : (0..<1, 0..<1)
  }

  /// Whether the block, or one of the up to eight around it, is the same in both pictures.
  func isNearSame(column: Int, row: Int) -> Bool {
    for row in max(row - 1, 0)...min(row + 1, rows - 1) {
      for column in max(column - 1, 0)...min(column + 1, columns - 1) where same[row * columns + column] {
        return true
      }
    }
    return false
  }
}
