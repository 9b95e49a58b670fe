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
    if let model {
      logits = try model.logits(of: photo, for: picture, isCancelled: isCancelled)
    } else {
      logits = try Self.look(at: photo, area: area, hints: hints, for: picture, isCancelled: isCancelled)
    }
    likelihood = logits.map { 0.5 + 0.5 * tanhf(0.5 * $0) }
  }

  /// One way to look at a photo.
  private struct Look {
    /// The side of a square with as many px as are looked at.
    let side: Float
    /// From right to left.
    var isMirrored = false
    /// Which color stands for red, green and blue: a product is one in any colors.
    var order = SIMD4<Int>(0, 1, 2, 3)
  }

  /// The looks whose mean is taken. It errs less than any one of them: small looks see large things, large ones small parts.
  private static let looks = [
    Look(side: 240), Look(side: 240, isMirrored: true, order: SIMD4(1, 2, 0, 3)),
    Look(side: 240, order: SIMD4(2, 0, 1, 3)),
    Look(side: 160), Look(side: 320, isMirrored: true),
  ]

  /// What the network that krafd brings along says.
  private static func look(
    at photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, for picture: WorkingPicture,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    var sum = [Float](repeating: 0, count: picture.count)
    for look in looks {
      let (width, height) = ProductNetwork.size(forWidth: photo.width, height: photo.height, side: look.side)
      let planes = HintPlanes(hints, in: area, width: width, height: height)
      let order = look.order
      var input = ProductNetwork.Input(
        colors: AreaAverage.reduce(photo, width: width, height: height).map {
          SIMD4($0[order.x], $0[order.y], $0[order.z], 0)
        },
        strokes: planes.strokes, box: planes.box, width: width, height: height)
      if look.isMirrored { input = input.mirrored() }
      var logits = try ProductNetwork.shared.logits(input, isCancelled: isCancelled)
      if look.isMirrored { logits = ProductNetwork.mirrored(logits, width: width / 2) }
      let fine = CoarseSampler(from: (width / 2, height / 2), to: (picture.width, picture.height)).all(logits)
      for index in sum.indices { sum[index] += max(-sure, min(sure, fine[index])) }
    }
    return sum.map { $0 / Float(looks.count) }
  }

  /// The logit beyond which one look cannot outvote the others.
  private static let sure: Float = 6

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
