/// The last dark pixels of a shadow at a product's foot, at full resolution.
///
/// Where a shadow runs into the product both are dark, and the contour can stop in the shadow. It moves on into the mask as
/// long as the picture shows the ground with less light and a stronger step lies ahead than behind: at the product's true
/// contour the strongest step is behind.
struct Penumbra {
  private let photo: Raster
  private let sides: LocalColors
  private let sampler: CoarseSampler

  /// How far in px steps are compared ahead and behind.
  private static let view = 3
  /// How far in px the contour may move.
  private static let depth = 12

  /// Prepares for a photo, an `.srgba` raster.
  init(photo: Raster, sides: LocalColors, sampler: CoarseSampler) {
    self.photo = photo
    self.sides = sides
    self.sampler = sampler
  }

  /// Takes the pixels of a shadow out of a mask of the photo's size; `nodes` are the pixels that may change.
  func peel(_ inside: inout [Bool], nodes: [Int32]) {
    let free = Set(nodes.lazy.map { Int($0) })
    var front = nodes.map { Int($0) }.filter { inside[$0] && touchesOutside($0, inside) }
    var peeled: [Int] = []
    for _ in 0..<Self.depth {
      let shadow = front.filter { inside[$0] && isShadow($0, inside) }
      if shadow.isEmpty { break }
      for index in shadow { inside[index] = false }
      peeled += shadow
      var next = Set<Int>()
      for index in shadow {
        for step in [-1, 1, -photo.width, photo.width] where free.contains(index + step) && inside[index + step] {
          next.insert(index + step)
        }
      }
      front = next.sorted()
    }
    // A shadow is broad: what was peeled in threads is the product's.
    for index in peeled.filter({ !isBroad($0, inside) }) { inside[index] = true }
  }

  /// Whether a pixel lies in a square of three by three pixels outside.
  private func isBroad(_ index: Int, _ inside: [Bool]) -> Bool {
    let (x, y) = (index % photo.width, index / photo.width)
    for row in max(y - 2, 0)...min(y, max(photo.height - 3, 0)) {
      for column in max(x - 2, 0)...min(x, max(photo.width - 3, 0)) {
        let isOpen = (0..<9).allSatisfy { at in
          let (across, down) = (column + at % 3, row + at / 3)
          return across >= photo.width || down >= photo.height || !inside[down * photo.width + across]
        }
        if isOpen { return true }
      }
    }
    return false
  }

  private func touchesOutside(_ index: Int, _ inside: [Bool]) -> Bool {
    let x = index % photo.width
    return (x > 0 && !inside[index - 1]) || (x < photo.width - 1 && !inside[index + 1])
      || (index >= photo.width && !inside[index - photo.width])
      || (index < inside.count - photo.width && !inside[index + photo.width])
  }

  private func isShadow(_ index: Int, _ inside: [Bool]) -> Bool {
    let x = index % photo.width
    let y = index / photo.width
    guard sides.isShadow(color(x, y), sampler.row(y), x, sampler) else { return false }
    var ahead: Float = 0
    var behind: Float = 0
    for dy in -Self.view...Self.view {
      for dx in -Self.view...Self.view where dx * dx + dy * dy <= Self.view * Self.view && (dx != 0 || dy != 0) {
        let column = x + dx
        let row = y + dy
        guard column > 0, column < photo.width - 1, row > 0, row < photo.height - 1 else { continue }
        let steep = steepness(column, row)
        if inside[row * photo.width + column] { ahead = max(ahead, steep) } else { behind = max(behind, steep) }
      }
    }
    return ahead > 0.85 * behind
  }

  /// The squared color difference across an inner pixel, dE² over two pixels each way.
  private func steepness(_ x: Int, _ y: Int) -> Float {
    (color(x + 1, y) - color(x - 1, y)).squared + (color(x, y + 1) - color(x, y - 1)).squared
  }

  private func color(_ x: Int, _ y: Int) -> SIMD4<Float> {
    let at = (y * photo.width + x) * 4
    return Lab.from(srgb: SIMD4(Float(photo.bytes[at]), Float(photo.bytes[at + 1]), Float(photo.bytes[at + 2]), 0))
  }
}
