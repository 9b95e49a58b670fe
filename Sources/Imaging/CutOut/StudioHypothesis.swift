internal import Glibc

/// The product as what differs from one smooth backdrop.
///
/// Differences in lightness alone count a quarter where they look like a shadow, backdrop-colored areas that cannot be
/// reached from the frame belong to the product, and pockets that show the very backdrop are opened again.
enum StudioHypothesis {
  /// How much is taken for a shadow.
  enum Shadows: Sendable {
    /// Deep ones, unless their edges are as sharp as a product's.
    case deep
    /// Everything that has the backdrop's tint, however dark and sharp; right beside a product only.
    case contact

    /// The least share of the backdrop's light that is left, as a ratio of (L + 16): the cube root of the share.
    var least: Float { self == .contact ? 0.2 : 0.47 }

    /// What a lost unit of lightness still counts.
    var price: Float { self == .contact ? 0.05 : 0.1 }

    /// What a unit of tint counts: close to a product its colors shine on the ground.
    var tint: Float { self == .contact ? 0.7 : 1 }
  }

  /// The steepest place inside a shadow, dE a px, on a backdrop without noise.
  private static let steepest: Float = 3.5

  /// What was found.
  struct Found: Sendable {
    /// The product's pixels.
    let mask: [Bool]
    /// How every pixel leans by itself: 1 is clearly product, -1 clearly backdrop.
    let leaning: [Float]
    /// Openings inside the product's outline that show the very backdrop.
    let pockets: [Bool]
  }

  static func find(
    in picture: WorkingPicture, backdrop: Backdrop, isCancelled: () -> Bool
  ) throws(ImagingError) -> Found {
    let grid = Grid(width: picture.width, height: picture.height)
    let threshold = max(4, min(12, 3.5 * backdrop.noise + 2.5))
    let barrier = Self.steepest + 1.5 * backdrop.noise
    let steps = gradients(of: picture)
    let foretold = backdrop.values(for: picture)
    let unbent = Evidence(picture: picture, surface: foretold, steps: steps, shadows: .deep, steepest: barrier)
    var surface = foretold
    var evidence = unbent
    for _ in 0..<2 {
      let ground = reachable(grid, evidence, threshold: threshold, barrier: barrier)
      surface = refined(surface, picture: picture, trusted: ground, grid: grid, evidence: evidence)
      evidence = Evidence(picture: picture, surface: surface, steps: steps, shadows: .deep, steepest: barrier)
    }
    if isCancelled() { throw .cancelled }
    let ground = reachable(grid, evidence, threshold: threshold, barrier: barrier)
    let wanted = preferences(evidence, ground: ground, threshold: threshold)
    var cut = GridCut(picture, smoothness: 0.9, contrast: max(2, 1.5 * backdrop.noise + 1))
    let first = try cut.cut(wanted, isCancelled: isCancelled)
    // Around a product the ground lies in shadow; inside a handle it may not.
    let closed = filled(first, grid)
    let open = openedPockets(closed, grid: grid, evidence: evidence.or(unbent), noise: backdrop.noise)
    let dark = Evidence(picture: picture, surface: surface, steps: steps, shadows: .contact, steepest: .infinity)
    let mask = ContactShadow(picture: picture, discounted: dark.discounted, threshold: threshold, steepest: barrier)
      .peeled(from: open)
    // What was opened or peeled leans to the backdrop although it lies inside.
    return Found(
      mask: mask, leaning: wanted.indices.map { mask[$0] ? wanted[$0] : min(wanted[$0], opened) },
      pockets: closed.indices.map { closed[$0] && !open[$0] })
  }

  /// How a pixel that shows the backdrop within the product's outline leans.
  private static let opened: Float = -1

  /// What speaks for and against the backdrop at every pixel.
  struct Evidence {
    /// dE to the backdrop.
    let plain: [Float]
    /// dE to the backdrop with less light, where a shadow is possible.
    let discounted: [Float]
    /// How steep the picture is here, dE a px.
    let steps: [Float]

    init(
      picture: WorkingPicture, surface: [SIMD4<Float>], steps: [Float], shadows: Shadows, steepest: Float
    ) {
      self.steps = steps
      plain = (0..<picture.count).map { (picture.lab[$0] - surface[$0]).length }
      var discounted = plain
      for index in 0..<picture.count where steps[index] < steepest {
        let color = picture.lab[index]
        // With less light all three cube roots of Lab shrink by the same factor, so a and b shrink with L + 16.
        let dimming = (color.x + 16) / max(1, surface[index].x + 16)
        guard dimming < 1, dimming > shadows.least else { continue }
        var shadow = surface[index] * dimming
        shadow.x = color.x
        let lost = shadows.price * (surface[index].x - color.x)
        discounted[index] = min(plain[index], ((shadows.tint * (color - shadow)).squared + lost * lost).squareRoot())
      }
      self.discounted = discounted
    }

    private init(plain: [Float], discounted: [Float], steps: [Float]) {
      self.plain = plain
      self.discounted = discounted
      self.steps = steps
    }

    /// The evidence by whichever of two surfaces explains a pixel better.
    func or(_ other: Evidence) -> Evidence {
      Evidence(
        plain: plain.indices.map { min(plain[$0], other.plain[$0]) },
        discounted: plain.indices.map { min(discounted[$0], other.discounted[$0]) }, steps: steps)
    }
  }

  /// The color difference across every pixel, dE a px, from a lightly smoothed picture.
  private static func gradients(of picture: WorkingPicture) -> [Float] {
    let grid = Grid(width: picture.width, height: picture.height)
    let soft = grid.blurred(picture.lab, radius: min(picture.width, picture.height) > 8 ? 1 : 0)
    return (0..<picture.count).map { index in
      let x = index % picture.width
      let across = soft[x < picture.width - 1 ? index + 1 : index] - soft[x > 0 ? index - 1 : index]
      let down =
        soft[index < picture.count - picture.width ? index + picture.width : index]
        - soft[index >= picture.width ? index - picture.width : index]
      return 0.5 * (across.squared + down.squared).squareRoot()
    }
  }

  /// Backdrop that can be reached from the frame without squeezing through gaps of one or two pixels.
  private static func reachable(_ grid: Grid, _ evidence: Evidence, threshold: Float, barrier: Float) -> [Bool] {
    let open = (0..<grid.count).map { evidence.discounted[$0] < threshold && evidence.steps[$0] < barrier }
    let wide = grid.eroded(open)
    let core = grid.reachedFromFrame(through: wide)
    let grown = grid.dilated(core)
    return (0..<grid.count).map { grown[$0] && open[$0] }
  }

  /// The surface bent towards what the backdrop really looks like near trusted pixels.
  private static func refined(
    _ surface: [SIMD4<Float>], picture: WorkingPicture, trusted: [Bool], grid: Grid, evidence: Evidence
  ) -> [SIMD4<Float>] {
    var rest = [SIMD4<Float>](repeating: .zero, count: grid.count)
    for index in 0..<grid.count where trusted[index] && evidence.plain[index] < 12 {
      rest[index] = picture.lab[index] - surface[index]
      rest[index].w = 1
    }
    let radius = max(1, min(grid.width, grid.height) / 16)
    let soft = grid.blurred(rest, radius: radius)
    return (0..<grid.count).map { index in
      var bend = soft[index] / (soft[index].w + 0.02)
      bend.w = 0
      return surface[index] + bend
    }
  }

  /// Preferences for the cut; 1 is clearly product.
  private static func preferences(_ evidence: Evidence, ground: [Bool], threshold: Float) -> [Float] {
    ground.indices.map { index in
      if ground[index] { return max(-1, evidence.discounted[index] / threshold - 1) }
      let seen = min(3, evidence.plain[index] / threshold) - 1
      return max(seen, min(3, evidence.discounted[index] / threshold) - 1, -0.15)
    }
  }

  /// The mask with everything filled that cannot be reached from the frame.
  private static func filled(_ mask: [Bool], _ grid: Grid) -> [Bool] {
    grid.reachedFromFrame(through: mask.map { !$0 }).map { !$0 }
  }

  /// The mask without the pockets that show the backdrop itself, like the inside of a handle.
  ///
  /// A pocket must match the backdrop, be as flat as it, and end at an edge nearly all around: a highlight or a white
  /// label fades into its surroundings somewhere.
  private static func openedPockets(_ mask: [Bool], grid: Grid, evidence: Evidence, noise: Float) -> [Bool] {
    var result = mask
    let limit = 2 + 1.5 * noise
    let alike = (0..<grid.count).map { mask[$0] && evidence.plain[$0] < limit * 1.5 }
    for pocket in grid.components(of: alike) where pocket.count * 3000 > grid.count {
      let distances = pocket.map { evidence.plain[$0] }.sorted()
      guard distances[distances.count / 2] < 0.7 * limit else { continue }
      guard edgeShare(of: pocket, alike, grid: grid, evidence: evidence, clear: 2.5 * limit) > 0.75 else { continue }
      open(pocket, in: &result, grid: grid, evidence: evidence, threshold: limit * 1.5)
    }
    return result
  }

  /// Opens a pocket and the shadow that lies in it.
  private static func open(
    _ pocket: [Int], in mask: inout [Bool], grid: Grid, evidence: Evidence, threshold: Float
  ) {
    var stack = pocket
    for index in pocket { mask[index] = false }
    while let index = stack.popLast() {
      grid.forEachSideNeighbor(of: index) { other in
        guard mask[other], evidence.discounted[other] < threshold, evidence.steps[other] < 3 else { return }
        mask[other] = false
        stack.append(other)
      }
    }
  }

  /// The share of a pocket's rim behind which, within four pixels, the picture clearly leaves the backdrop.
  private static func edgeShare(
    of pocket: [Int], _ alike: [Bool], grid: Grid, evidence: Evidence, clear: Float
  ) -> Float {
    var rim = 0
    var ended = 0
    for index in pocket {
      for step in [-1, 1, -grid.width, grid.width] {
        guard alike.indices.contains(index + step), !alike[index + step] else { continue }
        rim += 1
        var most: Float = 0
        for reach in 1...4 where alike.indices.contains(index + step * reach) {
          most = max(most, evidence.plain[index + step * reach])
        }
        if most > clear { ended += 1 }
      }
    }
    return Float(ended) / Float(max(1, rim))
  }
}
