internal import Glibc

/// The pixels near strokes decided anew: by likeness to what lies under the strokes, by the colors of both sides near by,
/// and by edges. Pixels out of reach stay as they are.
struct StrokeCut {
  /// How much the new decision counts at every pixel: 1 within reach, 0 from one and a quarter times the reach on.
  let nearness: [Float]

  private let picture: WorkingPicture
  private let mask: [Bool]
  private let said: HintPlanes
  /// The distance to the nearest stroke as a share of the reach, for every pixel.
  private let distance: [Float]

  /// How many pixels of the strokes of one side are compared with.
  private static let samples = 96
  /// The difference up to which a color is like a stroke's, dE.
  private static let likeness: Float = 7

  /// `reach` is in px of `picture`; `mask` has its size.
  init(picture: WorkingPicture, mask: [Bool], said: HintPlanes, reach: Float) {
    self.picture = picture
    self.mask = mask
    self.said = said
    let grid = Grid(width: picture.width, height: picture.height)
    distance = grid.signedDistance(to: said.strokes.map { $0 != 0 }).map { max(0, -$0) / max(1, reach) }
    nearness = distance.map { max(0, min(1, 5 - 4 * $0)) }
  }

  /// The mask with the pixels within reach decided anew.
  func run(isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    let grid = Grid(width: picture.width, height: picture.height)
    var sure = grid.signedDistance(to: mask)
    for index in sure.indices where said.strokes[index] != 0 { sure[index] = 10 * said.strokes[index] }
    let colors = LocalColors(picture: picture, distance: sure, grid: grid)
    let sampler = CoarseSampler(from: (grid.width, grid.height), to: (grid.width, grid.height))
    let product = strokeColors(1)
    let background = strokeColors(-1)
    let wanted = (0..<picture.count).map { index -> Float in
      if let verdict = said.verdict(index) { return verdict ? 1000 : -1000 }
      let before: Float = mask[index] ? 1 : -1
      guard distance[index] < 1 else { return 1000 * before }
      let color = picture.lab[index]
      let alike = (product: Self.likeness(of: color, to: product), background: Self.likeness(of: color, to: background))
      let evidence = colors.evidence(color, sampler.row(index / grid.width), index % grid.width, sampler)
      // What looks like a stroke was wrong before, so the colors of the sides that it was counted to say little.
      let trust = 1 - max(alike.product, alike.background)
      let near = 1 - distance[index]
      return 4 * near * (alike.product - alike.background) + trust * max(-1.5, min(1.5, evidence)) + 0.5 * before
    }
    if isCancelled() { throw .cancelled }
    var cut = GridCut(picture, smoothness: 5, contrast: GridCut.contrast(of: picture))
    return try cut.cut(wanted, isCancelled: isCancelled)
  }

  /// Colors under the strokes of one side, evenly taken.
  private func strokeColors(_ side: Float) -> [SIMD4<Float>] {
    let all = said.strokes.indices.filter { said.strokes[$0] == side }
    let step = max(1, all.count / Self.samples)
    return stride(from: 0, to: all.count, by: step).map { picture.lab[all[$0]] }
  }

  /// 1 for a color that lies under a stroke, falling to 0 with the difference to the most alike one.
  private static func likeness(of color: SIMD4<Float>, to samples: [SIMD4<Float>]) -> Float {
    var least = Float.infinity
    for sample in samples { least = min(least, (color - sample).squared) }
    return least.isFinite ? expf(-0.5 * least / (likeness * likeness)) : 0
  }
}
