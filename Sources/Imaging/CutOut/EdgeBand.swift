internal import Glibc

/// The contour of a coarse mask found again at full resolution, in a narrow band around it.
///
/// Every pixel gets a level: its distance in px from the contour, positive inside (1, 2, …), negative outside (-1, -2, …);
/// `farInside` and `farOutside` beyond the reach that the alpha ramp needs.
struct EdgeBand: Sendable {
  /// The level of every pixel of the photo, row by row.
  private(set) var levels: [Int8]

  /// The level of all pixels far inside.
  static let farInside: Int8 = 100
  /// The level of all pixels far outside.
  static let farOutside: Int8 = -100
  /// The levels around the contour that are told apart.
  static let reach = 6

  /// Cuts again within `breadth` coarse pixels on both sides of the contour.
  init(
    photo: Raster, along contour: Contour, breadth: Float = 2.2, isCancelled: () -> Bool
  ) throws(ImagingError) {
    let (picture, distance, sides) = (contour.picture, contour.distance, contour.sides)
    var nodes = [Int32]()
    var nodeOf = [Int32](repeating: -1, count: photo.width * photo.height)
    var inside = [Bool](repeating: false, count: photo.width * photo.height)
    let sampler = CoarseSampler(photo: photo, picture: picture)
    for y in 0..<photo.height {
      let row = sampler.row(y)
      for x in 0..<photo.width {
        let near = sampler.value(distance, row, x)
        let index = y * photo.width + x
        inside[index] = near > 0
        guard abs(near) < breadth else { continue }
        nodeOf[index] = Int32(nodes.count)
        nodes.append(Int32(index))
      }
    }
    if isCancelled() { throw .cancelled }
    let band = Band(photo: photo, nodes: nodes, nodeOf: nodeOf, inside: inside)
    let cut = try band.cut(sides: sides, sampler: sampler, isCancelled: isCancelled)
    for (node, index) in nodes.enumerated() { inside[Int(index)] = cut[node] }
    Penumbra(photo: photo, sides: sides, sampler: sampler).peel(&inside, nodes: nodes)
    width = photo.width
    levels = Self.levels(of: inside, width: photo.width, height: photo.height)
  }

  /// The levels as a picture: the contour lies between the two middle tones.
  var picture: Raster {
    Raster(
      showing: levels.map { 0.5 + 0.5 * Float($0) / Float(Self.reach + 1) }, width: width,
      height: levels.count / width)
  }

  private let width: Int

  /// Counts outwards and inwards from the contour, in steps to the eight neighbors and the four in turn.
  private static func levels(of inside: [Bool], width: Int, height: Int) -> [Int8] {
    var levels = inside.map { $0 ? farInside : farOutside }
    var front: [Int] = []
    for index in inside.indices {
      let x = index % width
      let differs =
        (x > 0 && inside[index - 1] != inside[index]) || (x < width - 1 && inside[index + 1] != inside[index])
        || (index >= width && inside[index - width] != inside[index])
        || (index < inside.count - width && inside[index + width] != inside[index])
      if differs {
        levels[index] = inside[index] ? 1 : -1
        front.append(index)
      }
    }
    for level in 2...reach {
      var next: [Int] = []
      for index in front {
        let x = index % width
        let y = index / width
        for dy in max(-1, -y)...min(1, height - 1 - y) {
          for dx in max(-1, -x)...min(1, width - 1 - x) where level.isMultiple(of: 2) || dx == 0 || dy == 0 {
            let other = index + dy * width + dx
            guard levels[other] == (inside[index] ? farInside : farOutside) else { continue }
            levels[other] = Int8(inside[index] ? level : -level)
            next.append(other)
          }
        }
      }
      front = next
    }
    return levels
  }
}

/// The pixels of the band as a graph.
private struct Band {
  let photo: Raster
  let nodes: [Int32]
  let nodeOf: [Int32]
  let inside: [Bool]

  /// Answers for every node whether it belongs to the product.
  func cut(sides: LocalColors, sampler: CoarseSampler, isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    let colors = nodes.map { index in
      let at = Int(index) * 4
      return Lab.from(
        srgb: SIMD4(Float(photo.bytes[at]), Float(photo.bytes[at + 1]), Float(photo.bytes[at + 2]), 0))
    }
    let contrast = typicalContrast(colors)
    var graph = MinimumCut(count: nodes.count)
    for node in nodes.indices {
      let index = Int(nodes[node])
      let x = index % photo.width
      let y = index / photo.width
      graph.shift(node: node, by: preference(colors[node], x: x, y: y, sides: sides, sampler: sampler))
      for (k, dx, dy) in [(0, -1, -1), (1, 0, -1), (2, 1, -1), (3, -1, 0), (4, 1, 0), (5, -1, 1), (6, 0, 1), (7, 1, 1)]
      {
        guard x + dx >= 0, x + dx < photo.width, y + dy >= 0, y + dy < photo.height else { continue }
        let neighbor = index + dy * photo.width + dx
        let other = Int(nodeOf[neighbor])
        guard other >= 0 else {
          // The band's rims hold what the coarse mask says.
          graph.shift(node: node, by: inside[neighbor] ? 1_000_000 : -1_000_000)
          continue
        }
        guard k > 3 else { continue }
        let difference = (colors[node] - colors[other]).squared
        let weight = 0.03 + expf(-0.5 * difference / (contrast * contrast))
        graph.link(node, k, to: other, capacity: Int32(1500 * weight / Float(dx * dx + dy * dy).squareRoot()))
      }
    }
    return try graph.solve(isCancelled: isCancelled)
  }

  /// How much nearer a color is to the product's local colors than to the backdrop's, bounded.
  private func preference(
    _ color: SIMD4<Float>, x: Int, y: Int, sides: LocalColors, sampler: CoarseSampler
  ) -> Int32 {
    let row = sampler.row(y)
    let evidence = sides.evidence(color, row, x, sampler)
    return Int32(500 * max(-3, min(3, evidence)))
  }

  private func typicalContrast(_ colors: [SIMD4<Float>]) -> Float {
    var sum: Float = 0
    var pairs: Float = 0
    for node in nodes.indices {
      let index = Int(nodes[node])
      guard index % photo.width + 1 < photo.width else { continue }
      let other = Int(nodeOf[index + 1])
      guard other >= 0 else { continue }
      sum += min(400, (colors[node] - colors[other]).squared)
      pairs += 1
    }
    return max(1, (sum / max(1, pairs)).squareRoot())
  }
}
