/// Reads coarse values at places of a finer picture, bilinearly.
struct CoarseSampler: Sendable {
  /// A pair of neighboring lines and how much the second counts.
  typealias Place = (first: Int, second: Int, share: Float)

  private let columns: [Place]
  private let rows: [Place]
  private let width: Int

  /// The lines of `picture` that the lines of `photo` fall on.
  init(photo: Raster, picture: WorkingPicture) {
    self.init(from: (picture.width, picture.height), to: (photo.width, photo.height))
  }

  /// The lines of a coarse picture that the lines of a fine one fall on; sizes are width and height in px.
  init(from coarse: (Int, Int), to fine: (Int, Int)) {
    columns = Self.places(from: coarse.0, to: fine.0)
    rows = Self.places(from: coarse.1, to: fine.1)
    width = coarse.0
  }

  /// The values at all places of the fine picture, row by row.
  func all(_ values: [Float]) -> [Float] { everywhere { value(values, $0, $1) } }

  /// The values at all places of the fine picture, row by row.
  func all(_ values: [SIMD4<Float>]) -> [SIMD4<Float>] { everywhere { value(values, $0, $1) } }

  @inline(__always) private func everywhere<Value>(_ read: (Place, Int) -> Value) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for x in columns.indices { result.append(read(row, x)) }
    }
    return result
  }

  /// Where the photo's row `y` lies.
  func row(_ y: Int) -> Place { rows[y] }

  /// The value at the photo's column `x` in a row.
  @inline(__always) func value(_ values: [Float], _ row: Place, _ x: Int) -> Float {
    let column = columns[x]
    let upper =
      values[row.first * width + column.first] * (1 - column.share)
      + values[row.first * width + column.second] * column.share
    let lower =
      values[row.second * width + column.first] * (1 - column.share)
      + values[row.second * width + column.second] * column.share
    return upper * (1 - row.share) + lower * row.share
  }

  /// The value at the photo's column `x` in a row.
  @inline(__always) func value(_ values: [SIMD4<Float>], _ row: Place, _ x: Int) -> SIMD4<Float> {
    let column = columns[x]
    let upper =
      values[row.first * width + column.first] * (1 - column.share)
      + values[row.first * width + column.second] * column.share
    let lower =
      values[row.second * width + column.first] * (1 - column.share)
      + values[row.second * width + column.second] * column.share
    return upper * (1 - row.share) + lower * row.share
  }

  private static func places(from coarse: Int, to fine: Int) -> [Place] {
    (0..<fine).map { line in
      let position = max(0, min(Float(coarse - 1), (Float(line) + 0.5) * Float(coarse) / Float(fine) - 0.5))
      let first = min(coarse - 1, Int(position))
      return (first, min(coarse - 1, first + 1), position - Float(first))
    }
  }
}
