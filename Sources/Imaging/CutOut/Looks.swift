internal import Glibc

/// What the network, or a user's own model, sees in a photo, each look in its own size.
struct Looks: Sendable {
  private let seen: [Seen]

  /// Logits, row by row.
  private struct Seen: Sendable {
    let logits: [Float]
    let width: Int
    let height: Int
    /// How much it counts beside the others.
    var weight: Float = 1

    /// Whether what is likely lies in the user's box: 0 when more than 15 % of it lies outside, 1 from 5 % on.
    func certainty(of box: [Float]) -> Float {
      var (within, all): (Float, Float) = (0, 1e-6)
      for index in logits.indices {
        let likely = 0.5 + 0.5 * tanhf(0.5 * logits[index])
        all += likely
        within += box[index] * likely
      }
      return max(0, min(1, (within / all - 0.85) / 0.1))
    }
  }

  /// Looks at a photo, an `.srgba` raster that shows the part `area` of what the hints are about.
  init(
    at photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, model: (any SegmentationModel)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    if let model {
      let logits = try model.logits(of: photo, isCancelled: isCancelled)
      seen = [Seen(logits: logits, width: model.width, height: model.height)]
      return
    }
    var seen: [Seen] = []
    for (side, ways) in Self.ways {
      let (width, height) = ProductNetwork.size(forWidth: photo.width, height: photo.height, side: side)
      let colors = AreaAverage.reduce(photo, width: width, height: height)
      let said = HintPlanes(hints, in: area, width: width, height: height)
      let unsaid = [Float](repeating: 0, count: said.box.count)
      for way in ways {
        let order = way.order
        var input = ProductNetwork.Input(
          colors: colors.map { SIMD4($0[order.x], $0[order.y], $0[order.z], 0) },
          strokes: said.strokes, box: way.isShownBox ? said.box : unsaid, width: width, height: height)
        if way.isMirrored { input = input.mirrored() }
        var logits = try ProductNetwork.shared.logits(input, isCancelled: isCancelled)
        if way.isMirrored { logits = ProductNetwork.mirrored(logits, width: width / 2) }
        for index in logits.indices { logits[index] = max(-Self.sure, min(Self.sure, logits[index])) }
        var look = Seen(logits: logits, width: width / 2, height: height / 2)
        if said.hasBox, !way.isShownBox {
          let box = HintPlanes(hints, in: area, width: look.width, height: look.height).box
          look.weight = Self.unshown * look.certainty(of: box)
        }
        seen.append(look)
      }
    }
    self.seen = seen
  }

  /// The mean of all looks at every pixel of a picture of the photo.
  func mean(width: Int, height: Int) -> [Float] {
    var sum = [Float](repeating: 0, count: width * height)
    for look in seen {
      let fine = CoarseSampler(from: (look.width, look.height), to: (width, height)).all(look.logits)
      for index in sum.indices { sum[index] += look.weight * fine[index] }
    }
    let all = seen.reduce(0) { $0 + $1.weight }
    return sum.map { $0 / all }
  }

  /// One way to look at a photo.
  private struct Way {
    /// From right to left.
    var isMirrored = false
    /// Which color stands for red, green and blue: a product is one in any colors.
    var order = SIMD4<Int>(0, 1, 2, 3)
    /// Whether the network is told of the user's box. A box misleads it where the product fills little of it.
    var isShownBox = true
  }

  /// The ways to look, by the side of a square with as many px as are looked at. Their mean errs less than any one of
  /// them: small looks see large things, large ones small parts.
  private static let ways: [(side: Float, ways: [Way])] = [
    (240, [Way(), Way(isMirrored: true, order: SIMD4(1, 2, 0, 3), isShownBox: false), Way(order: SIMD4(2, 0, 1, 3))]),
    (160, [Way(isShownBox: false)]), (320, [Way(isMirrored: true)]),
  ]

  /// How much a look counts that was not told of the box and yet found the thing in it.
  private static let unshown: Float = 1.5

  /// The logit beyond which one look cannot outvote the others.
  private static let sure: Float = 6
}
