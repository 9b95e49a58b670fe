/// Measures and repairs of yes/no pictures: floods, components, distances. Row by row, `width * height` values.
struct Grid: Sendable {
  /// The width in px.
  let width: Int
  /// The height in px.
  let height: Int

  /// The number of pixels.
  var count: Int { width * height }

  /// Everything that can be reached from the picture's frame through `open` pixels, going up, down, left and right.
  func reachedFromFrame(through open: [Bool]) -> [Bool] {
    var reached = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    func visit(_ index: Int) {
      guard open[index], !reached[index] else { return }
      reached[index] = true
      stack.append(index)
    }
    for x in 0..<width {
      visit(x)
      visit((height - 1) * width + x)
    }
    for y in 0..<height {
      visit(y * width)
      visit(y * width + width - 1)
    }
    while let index = stack.popLast() {
      forEachSideNeighbor(of: index, visit)
    }
    return reached
  }

  /// The components of the `true` pixels, each a list of indices; neighbors are up, down, left and right.
  func components(of mask: [Bool]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: count)
    var result: [[Int]] = []
    for start in 0..<count where mask[start] && !seen[start] {
      var members = [start]
      seen[start] = true
      var next = 0
      while next < members.count {
        let index = members[next]
        next += 1
        forEachSideNeighbor(of: index) { other in
          guard mask[other], !seen[other] else { return }
          seen[other] = true
          members.append(other)
        }
      }
      result.append(members)
    }
    return result
  }

  /// The smallest rectangle around all pixels that belong; nil if there are none.
  func bounds(_ belongs: (Int) -> Bool) -> CutOut.Bounds? { bounds(of: (0..<count).lazy.filter(belongs)) }

  /// The smallest rectangle around some pixels; nil if there are none.
  func bounds(of pixels: some Sequence<Int>) -> CutOut.Bounds? {
    var (left, top, right, end) = (width, height, 0, 0)
    for index in pixels {
      let (x, y) = (index % width, index / width)
      (left, top, right, end) = (min(left, x), min(top, y), max(right, x + 1), max(end, y + 1))
    }
    return right == 0 ? nil : CutOut.Bounds(x: left, y: top, width: right - left, height: end - top)
  }

  /// Intersection over union of two masks; 1 when both are empty.
  static func overlap(_ one: [Bool], _ other: [Bool]) -> Float {
    var both = 0
    var either = 0
    for index in one.indices {
      if one[index] && other[index] { both += 1 }
      if one[index] || other[index] { either += 1 }
    }
    return either == 0 ? 1 : Float(both) / Float(either)
  }

  /// Whether any of the pixels lies on the picture's frame.
  func touchesFrame(_ pixels: [Int]) -> Bool {
    pixels.contains { index in
      index % width == 0 || index % width == width - 1 || index < width || index >= count - width
    }
  }

  /// Visits the pixels left, right, above and below that exist.
  @inline(__always) func forEachSideNeighbor(of index: Int, _ visit: (Int) -> Void) {
    let x = index % width
    if x > 0 { visit(index - 1) }
    if x < width - 1 { visit(index + 1) }
    if index >= width { visit(index - width) }
    if index < count - width { visit(index + width) }
  }

  /// The mask without the pixels that touch a `false` one (up, down, left, right), `times` times over. The frame does not erode.
  func eroded(_ mask: [Bool], times: Int = 1) -> [Bool] {
    dilated(mask.map { !$0 }, times: times).map { !$0 }
  }

  /// The mask and the pixels up, down, left and right of it, `times` times over.
  func dilated(_ mask: [Bool], times: Int = 1) -> [Bool] {
    var result = mask
    for _ in 0..<times {
      let before = result
      for index in 0..<count where !before[index] {
        let x = index % width
        result[index] =
          (x > 0 && before[index - 1]) || (x < width - 1 && before[index + 1])
          || (index >= width && before[index - width]) || (index < count - width && before[index + width])
      }
    }
    return result
  }

  /// Signed distance to the mask's contour in px: positive inside, negative outside, about ±0.5 at the contour.
  /// Chamfer distance (steps 1 and √2), within 8 % of the Euclidean one.
  func signedDistance(to mask: [Bool]) -> [Float] {
    let inside = chamfer(from: mask.map { !$0 })
    let outside = chamfer(from: mask)
    return (0..<count).map { mask[$0] ? inside[$0] - 0.5 : 0.5 - outside[$0] }
  }

  /// The distance of every pixel to the nearest source.
  private func chamfer(from sources: [Bool]) -> [Float] {
    let far = Float(width + height)
    var distance = sources.map { $0 ? 0 : far }
    let diagonal: Float = 1.4142135
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        var least = distance[index]
        if x > 0 { least = min(least, distance[index - 1] + 1) }
        if y > 0 {
          least = min(least, distance[index - width] + 1)
          if x > 0 { least = min(least, distance[index - width - 1] + diagonal) }
          if x < width - 1 { least = min(least, distance[index - width + 1] + diagonal) }
        }
        distance[index] = least
      }
    }
    for y in (0..<height).reversed() {
      for x in (0..<width).reversed() {
        let index = y * width + x
        var least = distance[index]
        if x < width - 1 { least = min(least, distance[index + 1] + 1) }
        if y < height - 1 {
          least = min(least, distance[index + width] + 1)
          if x > 0 { least = min(least, distance[index + width - 1] + diagonal) }
          if x < width - 1 { least = min(least, distance[index + width + 1] + diagonal) }
        }
        distance[index] = least
      }
    }
    return distance
  }
}
