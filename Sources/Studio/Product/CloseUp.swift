import Imaging

/// Where a product is worth a close look: the window of its picture that shows most of its print, seams and edges.
enum CloseUp {
  /// Px of the cut-out for a cell of the search.
  private static let cell = 8

  /// The best place for a window of `width` × `height` px inside the visible part, as its top left corner there.
  static func corner(in image: Raster, crop: Placement, width: Int, height: Int) -> (x: Int, y: Int) {
    let (columns, rows) = (max(crop.width / cell, 1), max(crop.height / cell, 1))
    let across = min(max(width / cell, 1), columns)
    let down = min(max(height / cell, 1), rows)
    let sums = table(image, crop, columns: columns, rows: rows)
    var best = (x: 0, y: 0, value: -Float.infinity)
    for y in 0...rows - down {
      for x in 0...columns - across {
        func sum(_ column: Int, _ row: Int) -> Float { sums[row * (columns + 1) + column] }
        let value = sum(x + across, y + down) - sum(x, y + down) - sum(x + across, y) + sum(x, y)
        if value > best.value { best = (x, y, value) }
      }
    }
    return (min(best.x * cell, max(crop.width - width, 0)), min(best.y * cell, max(crop.height - height, 0)))
  }

  /// Whether the picture was cut close: on two of its sides or more the product goes on beyond a quarter of the side, so that
  /// its cuts would show inside a frame.
  static func isCut(_ image: Raster) -> Bool {
    let (width, height) = (image.width, image.height)
    func isMuch(_ count: Int, _ place: (Int) -> Int) -> Bool {
      (0..<count).count { image.bytes[place($0) * 4 + 3] >= 128 } * 4 >= count
    }
    let sides = [
      isMuch(width) { $0 }, isMuch(width) { (height - 1) * width + $0 }, isMuch(height) { $0 * width },
      isMuch(height) { $0 * width + width - 1 },
    ]
    return sides.count(where: \.self) >= 2
  }

  /// Sums of interest over all cells above and to the left. What is clear counts against a window.
  private static func table(_ image: Raster, _ crop: Placement, columns: Int, rows: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var line: Float = 0
      for column in 0..<columns {
        line += interest(image, x: crop.x + column * cell, y: crop.y + row * cell)
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
    return sums
  }

  private static func interest(_ image: Raster, x: Int, y: Int) -> Float {
    var (opaque, steps) = (0, 0)
    for row in y..<min(y + cell, image.height - 1) {
      for column in x..<min(x + cell, image.width - 1) {
        let at = (row * image.width + column) * 4
        guard image.bytes[at + 3] == 255 else { continue }
        opaque += 1
        let below = at + image.width * 4
        for channel in 0..<3 where image.bytes[at + 7] == 255 && image.bytes[below + 3] == 255 {
          let value = Int(image.bytes[at + channel])
          // A step counts up to a limit: many fine ones are worth more than one outline.
          steps += min(abs(value - Int(image.bytes[at + 4 + channel])), 24)
          steps += min(abs(value - Int(image.bytes[below + channel])), 24)
        }
      }
    }
    let clear = Float(cell * cell - opaque)
    return Float(steps) / 6 - 40 * clear
  }
}
