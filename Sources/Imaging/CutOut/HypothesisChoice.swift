internal import Glibc

/// A mask with what made it and how good it looks.
struct Hypothesis: Sendable {
  /// The ways to find a product.
  enum Origin: String, Sendable { case studio, scene, learned }

  /// Which stage made the mask.
  let origin: Origin
  /// The product's pixels in the working picture.
  fileprivate(set) var mask: [Bool]
  /// The measures that `score` multiplies.
  let measures: Measures

  /// What can be seen from a mask alone, without knowing the truth.
  struct Measures: Sendable {
    /// The mean color difference across the contour, dE, each at most 25.
    var edge: Float
    /// The share of the contour that does not lie on the picture's frame, 0...1.
    var free: Float
    /// The mask's share of the picture, 0...1.
    var area: Float
    /// How compact the mask is: 1 is a disc.
    var compactness: Float
  }

  /// How much the mask looks like a product, 0...1.
  var score: Float {
    let area = min(1, measures.area / 0.02) * min(1, max(0.05, (0.95 - measures.area) / 0.25))
    let shape = powf(min(1, measures.compactness / 0.25), 0.15)
    return min(1, measures.edge / 22) * measures.free * measures.free * area * shape
  }

  /// Measures a mask on the picture.
  init(origin: Origin, mask: [Bool], picture: WorkingPicture) {
    self.origin = origin
    self.mask = mask
    measures = Self.measure(mask, on: picture)
  }

  private static func measure(_ mask: [Bool], on picture: WorkingPicture) -> Measures {
    let area = mask.count { $0 }
    var edge: Float = 0
    var contour: Float = 0
    var framed: Float = 0
    for y in 0..<picture.height {
      for x in 0..<picture.width where mask[y * picture.width + x] {
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
          guard x + dx >= 0, x + dx < picture.width, y + dy >= 0, y + dy < picture.height else {
            framed += 1
            continue
          }
          guard !mask[(y + dy) * picture.width + x + dx] else { continue }
          contour += 1
          edge += contrast(picture, x, y, dx, dy)
        }
      }
    }
    guard contour > 0 else { return Measures(edge: 0, free: 0, area: Float(area) / Float(mask.count), compactness: 0) }
    // A side-neighbor contour of a disc is 4/π times its circumference.
    let length = (contour + framed) * .pi / 4
    return Measures(
      edge: edge / contour, free: contour / (contour + framed), area: Float(area) / Float(mask.count),
      compactness: min(1, 4 * .pi * Float(area) / (length * length)))
  }

  /// The color difference between one pixel inside and two outside, at most 25.
  private static func contrast(_ picture: WorkingPicture, _ x: Int, _ y: Int, _ dx: Int, _ dy: Int) -> Float {
    func color(_ step: Int) -> SIMD4<Float> {
      let column = max(0, min(picture.width - 1, x + dx * step))
      let row = max(0, min(picture.height - 1, y + dy * step))
      return picture.lab[row * picture.width + column]
    }
    return min(25, (color(-1) - color(2)).length)
  }
}

/// The chosen hypothesis and how sure the choice is.
struct Choice: Sendable {
  /// The winner.
  private(set) var best: Hypothesis
  /// 0...1.
  let confidence: Float
  /// What was noticed on the way.
  let reasons: [CutOut.Reason]

  /// Chooses among hypotheses, at least one: what the network agrees with and looks like a product. What the network
  /// says counts less within a user's box, for it need not say what is meant.
  init(among hypotheses: [Hypothesis], backdrop: Backdrop, view: LearnedView, hints: HintPlanes) {
    let weights = hypotheses.map { hypothesis in
      let trust = hypothesis.origin == .studio ? 0.55 + 0.95 * backdrop.studio : 1
      let fits = hints.hasBox ? hints.filling(by: hypothesis.mask, width: view.width) : 1
      let seen = powf(view.agreement(with: hypothesis.mask), hints.hasBox ? 3 : 10)
      return hypothesis.score * trust * fits * (0.02 + seen)
    }
    let winner = hypotheses[weights.indices.max { weights[$0] < weights[$1] } ?? 0]
    best = winner
    let seen = view.agreement(with: winner.mask)
    let shared = hypotheses.filter { $0.origin != winner.origin }.map { Grid.overlap(winner.mask, $0.mask) }.max() ?? 0
    var confidence = Self.confidence(
      studio: backdrop.studio, seen: seen, edge: winner.measures.edge, shared: shared)
    if winner.measures.area < 0.003 || winner.measures.area > 0.9 { confidence *= 0.3 }
    if winner.measures.area == 0 { confidence = 0 }
    self.confidence = confidence
    var reasons: [CutOut.Reason] = [backdrop.studio > 0.7 ? .plainBackdrop : .busyBackground]
    if seen < 0.8 { reasons.append(.methodsDisagree) }
    if winner.measures.edge < 10 { reasons.append(.faintContour) }
    if winner.measures.area < 0.01 { reasons.append(.verySmall) }
    if winner.measures.area == 0 { reasons.append(.nothingFound) }
    self.reasons = reasons
  }

  /// The choice with its mask changed where the network's cut says otherwise and the network itself agrees with that: a
  /// plain backdrop's model takes dark shadows at the foot of a thing for the thing.
  /// Where it hardly sees the thing as a whole, it does not see its parts.
  func settled(with hypotheses: [Hypothesis], by view: LearnedView, hints: HintPlanes) -> Choice {
    guard view.agreement(with: best.mask) > Self.seesWell,
      let learned = hypotheses.first(where: { $0.origin == .learned })?.mask
    else { return self }
    var settled = self
    let mask = learned.indices.map { index in
      let isOdd = best.mask[index] != learned[index] && learned[index] == (view.likelihood[index] > 0.5)
      return isOdd ? learned[index] : best.mask[index]
    }
    let grid = Grid(width: view.width, height: mask.count / view.width)
    settled.best.mask = hints.imposed(on: MaskCleaning.clean(mask, grid: grid) { !learned[$0] }, grid: grid)
    return settled
  }

  /// The agreement from which the network is asked about parts.
  private static let seesWell: Float = 0.8

  /// How likely a result with these measures overlaps the truth by more than 0.9, 0...1.
  ///
  /// A logistic curve, fitted to the results for 27 photos with a known truth, each with and without a box, and moved so
  /// that of results left out of the fit nine in ten above 0.7 keep the promise.
  private static func confidence(studio: Float, seen: Float, edge: Float, shared: Float) -> Float {
    let sum = studio + 7.5 * seen + 2.7 * min(1, edge / 20) + 3.5 * shared - 11.8
    return 0.5 + 0.5 * tanhf(0.5 * sum)
  }
}
