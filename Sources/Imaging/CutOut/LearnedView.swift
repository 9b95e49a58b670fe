internal import Glibc

/// What the network, or a user's own model, makes of a photo, at the size of the working picture.
struct LearnedView: Sendable {
  /// How likely every pixel belongs to the product, as a logit, row by row.
  let logits: [Float]
  /// The same, 0...1.
  let likelihood: [Float]
  /// The length of a row.
  let width: Int

  /// Looks at a photo, an `.srgba` raster that shows the part `area` of what the hints are about.
  init(
    of photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, for picture: WorkingPicture,
    model: (any SegmentationModel)? = nil, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    self.width = picture.width
    logits =
      try model?.logits(of: photo, for: picture, isCancelled: isCancelled)
      ?? Self.look(at: photo, area: area, hints: hints, for: picture, isCancelled: isCancelled)
    likelihood = logits.map { 0.5 + 0.5 * tanhf(0.5 * $0) }
  }

  /// What the network that krafd brings along says: the mean of several looks, which errs less than one.
  private static func look(
    at photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, for picture: WorkingPicture,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    let (width, height) = ProductNetwork.size(forWidth: photo.width, height: photo.height)
    let colors = AreaAverage.reduce(photo, width: width, height: height)
    let planes = HintPlanes(hints, in: area, width: width, height: height)
    func look(_ input: ProductNetwork.Input) throws(ImagingError) -> [Float] {
      try ProductNetwork.shared.logits(input, isCancelled: isCancelled)
    }
    let input = ProductNetwork.Input(
      colors: colors, strokes: planes.strokes, box: planes.box, width: width, height: height)
    let straight = try look(input)
    let turned = ProductNetwork.mirrored(try look(input.mirrored()), width: width / 2)
    let sampler = CoarseSampler(from: (width / 2, height / 2), to: (picture.width, picture.height))
    return sampler.all(zip(straight, turned).map { 0.5 * ($0 + $1) })
  }

  /// How much a mask agrees with the view: shared likelihood over united likelihood, 0...1.
  func agreement(with mask: [Bool]) -> Float {
    var shared: Float = 0
    var united: Float = 0
    for index in mask.indices {
      let likely = likelihood[index]
      shared += mask[index] ? likely : 0
      united += mask[index] ? 1 : likely
    }
    return united == 0 ? 1 : shared / united
  }
}
