import Imaging

/// A cut-out averaged into square cells: how much of each is covered, and its color.
struct ProductGrid {
  let columns: Int
  let rows: Int

  /// Cells in a product length.
  let cellsAUnit: Double

  /// 0 to 1.
  var cover: [Float]

  /// Linear red, green and blue of the covered part.
  var colors: [SIMD3<Float>]

  /// The cells of the crop's rows above `lastRow`, in px from the crop's top; `fineness` is the number along the longest side.
  init(_ image: Raster, outline: ProductOutline, lastRow: Double, fineness: Int) {
    let crop = outline.crop
    let size = outline.longest / Double(fineness)
    cellsAUnit = Double(fineness)
    columns = max(1, Int((Double(crop.width) / size).rounded(.up)))
    rows = max(1, Int((max(lastRow, 1) / size).rounded(.up)))
    cover = Array(repeating: 0, count: columns * rows)
    colors = Array(repeating: .zero, count: columns * rows)
    let bottom = max(lastRow, 1)
    image.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<rows {
        let end = bottom - Double(rows - 1 - row) * size
        let ys = Self.span(end - size, end, below: crop.height)
        for column in 0..<columns {
          let xs = Self.span(Double(column) * size, Double(column + 1) * size, below: crop.width)
          add(bytes, image.width, crop, xs, ys, to: row * columns + column)
        }
      }
    }
  }

  private static func span(_ from: Double, _ to: Double, below limit: Int) -> Range<Int> {
    let first = min(max(Int((from + 0.5).rounded(.down)), 0), limit - 1)
    return first..<min(max(Int((to + 0.5).rounded(.down)), first + 1), limit)
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ width: Int, _ crop: Placement, _ xs: Range<Int>, _ ys: Range<Int>,
    to cell: Int
  ) {
    var alpha: Float = 0
    var color = SIMD3<Float>.zero
    // At most four px a side are read: more do not change a shadow.
    let stepX = max(1, xs.count / 4)
    let stepY = max(1, ys.count / 4)
    var count: Float = 0
    for y in stride(from: ys.lowerBound, to: ys.upperBound, by: stepY) {
      for x in stride(from: xs.lowerBound, to: xs.upperBound, by: stepX) {
        let at = ((crop.y + y) * width + crop.x + x) * 4
        let a = Float(bytes[at + 3]) / 255
        alpha += a
        color += a * SIMD3(Tone.linear(bytes[at]), Tone.linear(bytes[at + 1]), Tone.linear(bytes[at + 2]))
        count += 1
      }
    }
    cover[cell] = alpha / max(count, 1)
    colors[cell] = alpha > 0 ? color / alpha : .zero
  }
}
