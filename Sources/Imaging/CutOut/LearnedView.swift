internal import Glibc

/// What the network, or a user's own model, makes of a photo, at the size of the working picture.
struct LearnedView: Sendable {
  /// How likely every pixel belongs to the product, as a logit, row by row.
  let logits: [Float]

  /// Looks at a photo, an `.srgba` raster that shows the part `area` of what the hints are about.
  init(
    of photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, for picture: WorkingPicture,
    model: (any SegmentationModel)? = nil, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    if let model {
      logits = try model.logits(of: photo, for: picture, isCancelled: isCancelled)
      return
    }
    let (width, height) = ProductNetwork.size(forWidth: photo.width, height: photo.height)
    let colors = AreaAverage.reduce(photo, width: width, height: height)
    let planes = HintPlanes(hints, in: area, width: width, height: height)
    func look(_ input: ProductNetwork.Input) throws(ImagingError) -> [Float] {
      try ProductNetwork.shared.logits(input, isCancelled: isCancelled)
    }
    // Two looks, one of them mirrored, err less than one.
    let input = ProductNetwork.Input(
      colors: colors, strokes: planes.strokes, box: planes.box, width: width, height: height)
    let straight = try look(input)
    let turned = ProductNetwork.mirrored(try look(input.mirrored()), width: width / 2)
    let sampler = CoarseSampler(from: (width / 2, height / 2), to: (picture.width, picture.height))
    logits = sampler.all(zip(straight, turned).map { 0.5 * ($0 + $1) })
  }

  /// How likely a pixel belongs to the product, 0...1.
  func likelihood(_ index: Int) -> Float { 0.5 + 0.5 * tanhf(0.5 * logits[index]) }

  /// How much a mask agrees with the view: shared likelihood over united likelihood, 0...1.
  func agreement(with mask: [Bool]) -> Float {
    var shared: Float = 0
    var united: Float = 0
    for index in mask.indices {
      let likely = likelihood(index)
      shared += mask[index] ? likely : 0
      united += mask[index] ? 1 : likely
    }
    return united == 0 ? 1 : shared / united
  }
}
