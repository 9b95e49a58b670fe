internal import Glibc

/// The product as the colors that the frame of the picture does not have, found by turns of learning colors and cutting.
///
/// Source: Rother, Kolmogorov, Blake, "GrabCut", SIGGRAPH 2004; mixtures in Lab rather than RGB.
enum T {
  static func v(_ n: String, _ d: Float) -> Float {
    guard let f = fopen("/tmp/tune", "r") else { return d }
    defer { fclose(f) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 255, f) != nil {
      let t = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      if t.count == 2, t[0] == n { return Float(t[1]) ?? d }
    }
    return d
  }
  static let net = v("T_NET", 2)
  static let back = v("T_BACK", 2)
  static let color = v("T_COLOR", 3)
  static let smooth = v("T_SMOOTH", 12)
  static let pocket = v("T_POCKET", 1)
  static let only = v("T_ONLY", 0)
}

enum ColorHypothesis {
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

  /// Starts from what the network found likely, and keeps leaning towards it while colors and edges decide. Four rounds.
  static func guided(
    _ picture: WorkingPicture, by view: LearnedView, leaning: [Float], hints: HintPlanes, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    let start = view.logits.indices.map { hints.verdict($0) ?? (view.logits[$0] > 0) }
    let held = view.logits.indices.map { index -> Float in
      if let said = hints.verdict(index) { return said ? 1000 : -1000 }
      return T.net * max(-5, min(5, view.logits[index])) + T.back * leaning[index]
    }
    return try rounds(picture, start: start, held: held, count: 4, trust: T.color, isCancelled: isCancelled)
  }

  private static func rounds(
    _ picture: WorkingPicture, start: [Bool], held: [Float], count: Int, trust: Float = .infinity,
    isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    var cut = GridCut(picture, smoothness: T.smooth, contrast: GridCut.contrast(of: picture))
    var mask = start
    for _ in 0..<count {
      if isCancelled() { throw .cancelled }
      let inside = ColorMixture(samples: mask.indices.filter { mask[$0] }.map { picture.lab[$0] })
      let outside = ColorMixture(samples: mask.indices.filter { !mask[$0] }.map { picture.lab[$0] })
      let wanted = picture.lab.indices.map { index in
        held[index]
          + max(-trust, min(trust, outside.cost(of: picture.lab[index]) - inside.cost(of: picture.lab[index])))
      }
      let next = try cut.cut(wanted, isCancelled: isCancelled)
      let changed = next.indices.count { next[$0] != mask[$0] }
      mask = next
      if changed * 1000 < picture.count { break }
    }
    return mask
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
