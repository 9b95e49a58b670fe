internal import Glibc

/// The product as what differs from one smooth backdrop.
///
/// Differences in lightness alone count a quarter where they look like a shadow, backdrop-colored areas that cannot be
/// reached from the frame belong to the product, and pockets that show the very backdrop are opened again.
enum StudioHypothesis {
  /// Answers the product's pixels.
  static func mask(
    of picture: WorkingPicture, backdrop: Backdrop, isCancelled: () -> Bool
  ) throws(ImagingError) -> [Bool] {
    let grid = Grid(width: picture.width, height: picture.height)
    var surface = backdrop.values(for: picture)
    let threshold = max(4, min(12, 3.5 * backdrop.noise + 2.5))
    let steps = gradients(of: picture)
    var evidence = Evidence(picture: picture, surface: surface, steps: steps, noise: backdrop.noise)
    for _ in 0..<2 {
      let ground = reachable(grid, evidence, threshold: threshold, noise: backdrop.noise)
      surface = refined(surface, picture: picture, trusted: ground, grid: grid, evidence: evidence)
      evidence = Evidence(picture: picture, surface: surface, steps: steps, noise: backdrop.noise)
    }
    if isCancelled() { throw .cancelled }
    let ground = reachable(grid, evidence, threshold: threshold, noise: backdrop.noise)
    let wanted = preferences(evidence, ground: ground, threshold: threshold)
    var cut = GridCut(picture, smoothness: 0.9, contrast: max(2, 1.5 * backdrop.noise + 1))
    let first = try cut.cut(wanted, isCancelled: isCancelled)
    return openedPockets(filled(first, grid), grid: grid, evidence: evidence, noise: backdrop.noise)
  }

  /// What speaks for and against the backdrop at every pixel.
  struct Evidence {
    /// dE to the backdrop.
    let plain: [Float]
    /// dE to the backdrop with shadow-like lightness discounted.
    let discounted: [Float]
    /// How steep the picture is here, dE a px.
    let steps: [Float]

    init(picture: WorkingPicture, surface: [SIMD4<Float>], steps: [Float], noise: Float) {
      self.steps = steps
      let smooth = 1.5 + 1.5 * noise
      var plain = [Float](repeating: 0, count: picture.count)
      var discounted = plain
      for index in 0..<picture.count {
        let difference = picture.lab[index] - surface[index]
        plain[index] = difference.length
        discounted[index] = plain[index]
        guard difference.x < 0, steps[index] < smooth else { continue }
        if StudioHypothesis.looksLikeShadow(picture.lab[index], on: surface[index]) {
          discounted[index] = (difference * SIMD4(0.25, 1, 1, 0)).length
        }
      }
      self.plain = plain
      self.discounted = discounted
    }
  }

  /// Whether a color is the backdrop with less light: the same loss in all three channels of linear light, to not less
  /// than 0.3 of the backdrop.
  static func looksLikeShadow(_ color: SIMD4<Float>, on surface: SIMD4<Float>) -> Bool {
    let light = Lab.linear(from: color)
    let full = Lab.linear(from: surface)
    var least = Float.infinity
    var most = -Float.infinity
    for channel in 0..<3 {
      let ratio = logf((max(0, light[channel]) + 0.01) / (max(0, full[channel]) + 0.01))
      least = min(least, ratio)
      most = max(most, ratio)
    }
    return most - least < 0.16 && least > -1.2 && most < 0.02
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
  private static func reachable(_ grid: Grid, _ evidence: Evidence, threshold: Float, noise: Float) -> [Bool] {
    let barrier = 1.5 + 1.5 * noise
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
      guard distances[distances.count / 2] < limit else { continue }
      guard edgeShare(of: pocket, alike, grid: grid, evidence: evidence) > 0.9 else { continue }
      for index in pocket { result[index] = false }
    }
    return result
  }

  /// The share of a pocket's rim behind which, within four pixels, the picture clearly leaves the backdrop.
  private static func edgeShare(of pocket: [Int], _ alike: [Bool], grid: Grid, evidence: Evidence) -> Float {
    var rim = 0
    var clear = 0
    for index in pocket {
      for step in [-1, 1, -grid.width, grid.width] {
        guard alike.indices.contains(index + step), !alike[index + step] else { continue }
        rim += 1
        var most: Float = 0
        for reach in 1...4 where alike.indices.contains(index + step * reach) {
          most = max(most, evidence.plain[index + step * reach])
        }
        if most > 12 { clear += 1 }
      }
    }
    return Float(clear) / Float(max(1, rim))
  }
}
