/// Parts of a mask that a user struck through and that go as a whole.
struct StruckParts {
  private let hints: CutOut.Hints

  /// The longer side at which parts are told apart, in px.
  private static let side = 200

  init(_ hints: CutOut.Hints) {
    self.hints = CutOut.Hints(product: hints.product, background: hints.background)
  }

  /// The mask without separate parts that lie under a background stroke; by the rule of `HintPlanes.imposed`.
  func removed(from mask: Raster) -> Raster {
    guard !hints.background.isEmpty else { return mask }
    let longer = max(mask.width, mask.height)
    let grid = Grid(
      width: max(1, mask.width * min(Self.side, longer) / longer),
      height: max(1, mask.height * min(Self.side, longer) / longer))
    func cell(_ x: Int, _ y: Int) -> Int { y * grid.height / mask.height * grid.width + x * grid.width / mask.width }
    var held = [Bool](repeating: false, count: grid.count)
    for y in 0..<mask.height {
      for x in 0..<mask.width where mask.bytes[y * mask.width + x] >= 128 { held[cell(x, y)] = true }
    }
    let whole = CutOut.Bounds(x: 0, y: 0, width: mask.width, height: mask.height)
    let planes = HintPlanes(hints, in: whole, width: grid.width, height: grid.height)
    let kept = planes.imposed(on: held, grid: grid)
    let gone = grid.indices { held[$0] && !kept[$0] && planes.strokes[$0] == 0 }
    guard gone.contains(true) else { return mask }
    // The soft rim of a part lies in the cells beside it.
    let rim = grid.grown(gone)
    var bytes = mask.bytes
    for y in 0..<mask.height {
      for x in 0..<mask.width {
        let place = cell(x, y)
        if rim[place] && !kept[place] { bytes[y * mask.width + x] = 0 }
      }
    }
    return Raster(width: mask.width, height: mask.height, format: .mask, bytes: bytes)
  }
}

extension Grid {
  /// A yes or no for every pixel.
  fileprivate func indices(_ holds: (Int) -> Bool) -> [Bool] { (0..<count).map(holds) }
}
