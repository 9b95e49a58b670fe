internal import Glibc

/// The product as the colors that the frame of the picture does not have, found by turns of learning colors and cutting.
///
/// Source: Rother, Kolmogorov, Blake, "GrabCut", SIGGRAPH 2004; mixtures in Lab rather than RGB.
enum ColorHypothesis {
  /// How much a unit of the votes' leaning counts in the cut, and how far a color's likelihood may go.
  private static let weight: (votes: Float, mostColor: Float) = (2, 3)
  /// What a pixel is held by that a user spoke of.
  private static let certain: Float = 1000
  /// What a contour costs between equal colors, a px; within a user's box first at half the size, then at the full one.
  private static let smoothness: (free: Float, boxedHalf: Float, boxed: Float) = (12, 16, 25)

  /// Starts from what is unlike the frame, leans weakly to the center, and leaves the frame open where its colors are also
  /// the center's. Six rounds.
  static func scene(_ picture: WorkingPicture, isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    let ring = Backdrop.ring(width: picture.width, height: picture.height)
    let outside = ColorMixture(samples: ring.map { picture.lab[$0] })
    let costs = picture.lab.map { outside.cost(of: $0) }
    let center = centrality(picture)
    let ranked = costs.indices.map { costs[$0] + 3 * center[$0] }.sorted()
    let limit = ranked[min(ranked.count - 1, ranked.count * 3 / 4)]
    let start = costs.indices.map { costs[$0] + 3 * center[$0] > limit }
    let inside = ColorMixture(samples: costs.indices.filter { start[$0] }.map { picture.lab[$0] })
    var held = center.map { 0.3 * $0 }
    for index in ring {
      let doubtful = inside.cost(of: picture.lab[index]) < costs[index] - 4
      held[index] = doubtful ? -1 : -50
    }
    return try rounds(picture, start: start, held: held, count: 6, isCancelled: isCancelled)
  }

  /// Starts from everything inside the user's box, with what lies outside as the background. Six rounds, for a picture of
  /// half the size; `boxed(_:from:)` goes on from there.
  static func boxed(
    _ half: WorkingPicture, hints: HintPlanes, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    let inside = half.lab.indices.map { hints.verdict($0) ?? true }
    return try rounds(
      half, start: inside, held: held(half, by: hints), count: 6, smoothness: smoothness.boxedHalf,
      isCancelled: isCancelled)
  }

  /// Starts from what was found at half the size. Three rounds.
  static func boxed(
    _ picture: WorkingPicture, from rough: [Bool], hints: HintPlanes, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    let start = rough.indices.map { hints.verdict($0) ?? rough[$0] }
    return try rounds(
      picture, start: start, held: held(picture, by: hints), count: 3, smoothness: smoothness.boxed,
      isCancelled: isCancelled)
  }

  private static func held(_ picture: WorkingPicture, by hints: HintPlanes) -> [Float] {
    picture.lab.indices.map { index in hints.verdict(index).map { $0 ? certain : -certain } ?? 0 }
  }

  /// Starts from what the network found likely, and keeps leaning towards it while colors and edges decide. Four rounds.
  static func guided(
    _ picture: WorkingPicture, by view: LearnedView, leaning: [Float], hints: HintPlanes, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    let start = view.logits.indices.map { hints.verdict($0) ?? (view.logits[$0] > 0) }
    let held = view.logits.indices.map { index -> Float in
      if let said = hints.verdict(index) { return said ? certain : -certain }
      return vote(of: view.logits[index], withinBox: hints.hasBox) + weight.votes * leaning[index]
    }
    return try rounds(picture, start: start, held: held, count: 4, trust: weight.mostColor, isCancelled: isCancelled)
  }

  /// What the network's logit counts in the cut.
  ///
  /// Within a user's box it has a firm vote, and hardly more however sure it is: there colors know where the thing ends.
  /// But what it surely sees in the product, such as a white label, must not be left out for its color.
  private static func vote(of logit: Float, withinBox isBoxed: Bool) -> Float {
    guard isBoxed else { return 2 * max(-5, min(5, logit)) }
    return 6 * max(-1, min(1, logit)) + 0.5 * max(0, min(5, logit) - 1)
  }

  private static func rounds(
    _ picture: WorkingPicture, start: [Bool], held: [Float], count: Int, trust: Float = .infinity,
    smoothness: Float = smoothness.free, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    var cut = GridCut(picture, smoothness: smoothness, contrast: GridCut.contrast(of: picture))
    var mask = start
    for _ in 0..<count {
      if isCancelled() { throw .cancelled }
      let wanted = try preferences(picture, mask: mask, held: held, trust: trust)
      let next = try cut.cut(wanted, isCancelled: isCancelled)
      let changed = next.indices.count { next[$0] != mask[$0] }
      mask = next
      if changed * 1000 < picture.count { break }
    }
    return mask
  }

  /// What is held, and how much likelier each color is inside `mask` than outside.
  private static func preferences(
    _ picture: WorkingPicture, mask: [Bool], held: [Float], trust: Float
  ) throws(ImagingError) -> [Float] {
    let sides = try inParallel(2) { (side) throws(ImagingError) in
      ColorMixture(samples: mask.indices.filter { mask[$0] == (side == 0) }.map { picture.lab[$0] })
    }
    var wanted = held
    wanted.withUnsafeMutableBufferPointer { wanted in
      // Bands write to their own rows only.
      nonisolated(unsafe) let wanted = wanted
      forEachBand(of: picture.height, height: 32) { band in
        for index in band.lowerBound * picture.width..<band.upperBound * picture.width {
          guard abs(wanted[index]) < certain else { continue }
          let color = picture.lab[index]
          wanted[index] += max(-trust, min(trust, sides[1].cost(of: color) - sides[0].cost(of: color)))
        }
      }
    }
    return wanted
  }

  /// 1 in the middle, falling to -1 in the corners.
  private static func centrality(_ picture: WorkingPicture) -> [Float] {
    (0..<picture.count).map { index in
      let x = 2 * (Float(index % picture.width) + 0.5) / Float(picture.width) - 1
      let y = 2 * (Float(index / picture.width) + 0.5) / Float(picture.height) - 1
      return 1 - (x * x + y * y)
    }
  }
}
