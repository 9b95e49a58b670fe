/// Parts that have the backdrop's color and yet are no glass: labels, told by the words on them.
///
/// Paper is flat, and print leaves dark holes in it; glass is neither. Decided at the working size.
struct PrintedParts: Sendable {
  /// Where a label is, `width * height` values.
  private let covered: [Bool]
  private let width: Int
  private let height: Int

  /// So many dark marks at least make print.
  private static let fewestMarks = 3
  /// The widest spread of a paper's lightness, as a standard deviation of its ratio to the backdrop's.
  private static let widestSpread: Float = 0.06
  /// How much darker than the backdrop a mark is.
  private static let darkest: Float = 0.3

  init(of picture: WorkingPicture, over backdrop: [SIMD4<Float>], in image: Raster) {
    (width, height) = (picture.width, picture.height)
    let grid = Grid(width: width, height: height)
    let px = (0..<grid.count).map { ClearPixel(Lab.linear(from: picture.lab[$0]), over: backdrop[$0]) }
    let clear = px.indices.map { index in
      let x = (2 * (index % grid.width) + 1) * image.width / (2 * grid.width)
      let y = (2 * (index / grid.width) + 1) * image.height / (2 * grid.height)
      return px[index].share > 0.3 && image.bytes[(y * image.width + x) * 4 + 3] == 255
    }
    var covered = [Bool](repeating: false, count: grid.count)
    for part in grid.components(of: clear) where part.count * 1_000 >= grid.count {
      var mask = [Bool](repeating: false, count: grid.count)
      for index in part { mask[index] = true }
      let marks = MaskCleaning.holes(in: mask, grid: grid)
      guard marks.count(where: { $0.contains { px[$0].least < Self.darkest } }) >= Self.fewestMarks else { continue }
      let inner = grid.eroded(mask, times: 2)
      guard Self.spread(part.filter { inner[$0] }.map { px[$0].least }) < Self.widestSpread else { continue }
      for index in part + marks.flatMap(\.self) { covered[index] = true }
    }
    self.covered = grid.dilated(covered, times: 3)
  }

  /// Whether a px of the full picture belongs to a label.
  func contains(_ x: Int, _ y: Int, of picture: Raster) -> Bool {
    covered[y * height / picture.height * width + x * width / picture.width]
  }

  /// The standard deviation.
  private static func spread(_ values: [Float]) -> Float {
    guard !values.isEmpty else { return .infinity }
    let mean = values.reduce(0, +) / Float(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)).squareRoot()
  }
}
