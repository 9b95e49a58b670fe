/// The dark rim of a shadow that sticks to a product where it touches the ground.
///
/// Beside a product the picture is always steep, so a shadow there cannot be told by its softness. It can be told by where
/// it goes: it fades into the open ground in small steps, has the ground's tint, and is unlike the product further inside.
struct ContactShadow {
  private let picture: WorkingPicture
  private let grid: Grid
  /// dE to the ground with less light, for every pixel.
  private let discounted: [Float]
  /// How far a pixel may be from the ground's tint, dE.
  private let threshold: Float
  /// The largest step to the open ground beside it, dE.
  private let steepest: Float

  /// How many pixels deep a rim may be.
  private static let depth = 6

  /// Prepares for a picture; `discounted` is one value a pixel.
  init(picture: WorkingPicture, discounted: [Float], threshold: Float, steepest: Float) {
    self.picture = picture
    self.discounted = discounted
    self.threshold = threshold
    self.steepest = steepest
    grid = Grid(width: picture.width, height: picture.height)
  }

  /// The mask without the rim.
  func peeled(from mask: [Bool]) -> [Bool] {
    let product = innerColors(of: mask)
    var result = mask
    var front = mask.indices.filter { !mask[$0] }
    for _ in 0..<Self.depth {
      var next: [Int] = []
      for index in front {
        grid.forEachSideNeighbor(of: index) { other in
          guard result[other], discounted[other] < threshold, product[other].w > 0.01 else { return }
          guard (picture.lab[other] - picture.lab[index]).length < steepest else { return }
          var difference = picture.lab[other] - product[other]
          difference.w = 0
          guard difference.length > 8 + 2 * discounted[other] else { return }
          result[other] = false
          next.append(other)
        }
      }
      front = next
    }
    return result
  }

  /// The mean color of the product deep inside near every pixel; w is how much of it there is, 0...1.
  private func innerColors(of mask: [Bool]) -> [SIMD4<Float>] {
    let deep = grid.eroded(mask, times: Self.depth - 1)
    let samples = (0..<grid.count).map { index in
      deep[index] ? SIMD4(picture.lab[index].x, picture.lab[index].y, picture.lab[index].z, 1) : .zero
    }
    return grid.blurred(samples, radius: min(Self.depth, min(grid.width, grid.height) / 8)).map { sum in
      SIMD4(sum.x / max(1e-6, sum.w), sum.y / max(1e-6, sum.w), sum.z / max(1e-6, sum.w), sum.w)
    }
  }
}
