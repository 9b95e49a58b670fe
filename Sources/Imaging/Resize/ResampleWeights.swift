/// For every new sample of a line: which old samples it is mixed from, and how much of each.
///
/// Weights have 14 fractional bits and add up to exactly 1, so an even area stays as it is.
struct ResampleWeights: Sendable {
  /// How many weights each new sample has, zeros at the end included; a multiple of 4.
  private(set) var taps = 4

  /// The first old sample of each new one.
  private(set) var starts: [Int32] = []

  /// How many weights before the zeros each new sample has.
  private(set) var counts: [Int] = []

  /// `taps` weights for each new sample.
  private(set) var weights: [Int16] = []

  /// Maps `extent` old samples, of which the last may be a part of one, onto `count` new ones.
  init(from samples: Int, extent: Double, to count: Int, filter: ResizeFilter) {
    let line = Line(samples: samples, extent: extent, scale: extent / Double(count), filter: filter)
    let lines = (0..<count).map(line.weights)
    let longest = lines.map(\.weights.count).max() ?? 1
    taps = (longest + 3) / 4 * 4
    weights.reserveCapacity(count * taps)
    for line in lines {
      starts.append(Int32(line.start))
      counts.append(line.weights.count)
      weights += line.weights + Array(repeating: 0, count: taps - line.weights.count)
    }
  }
}

/// One line of old samples, each 1 wide but the last, which ends at `extent`.
private struct Line {
  let samples: Int
  let extent: Double
  let scale: Double
  let filter: ResizeFilter

  /// What new sample `index` is mixed from.
  func weights(for index: Int) -> (start: Int, weights: [Int16]) {
    let stretch = max(scale, 1)
    let center = (Double(index) + 0.5) * scale
    let radius = filter.radius * stretch
    let first = min(max(0, Int((center - radius).rounded(.down))), samples - 1)
    let last = max(first, min(samples - 1, Int((center + radius).rounded(.up))))
    let exact = (first...last).map { sample -> Double in
      let (left, right) = (Double(sample), min(Double(sample) + 1, extent))
      guard filter == .area, scale > 1 else {
        return filter.weight(at: ((left + right) / 2 - center) / stretch) * (right - left)
      }
      return max(0, min(right, center + radius) - max(left, center - radius))
    }
    return rounded(exact, from: first)
  }

  /// Brings the weights to a sum of 2^14 and cuts zeros off both ends.
  private func rounded(_ exact: [Double], from first: Int) -> (start: Int, weights: [Int16]) {
    let sum = exact.reduce(0, +)
    var whole = exact.map { Int(($0 / sum * 16_384).rounded()) }
    let peak = whole.indices.max { whole[$0] < whole[$1] } ?? 0
    whole[peak] += 16_384 - whole.reduce(0, +)
    let skipped = whole.prefix { $0 == 0 }.count
    let kept = whole.dropFirst(skipped).reversed().drop { $0 == 0 }.reversed()
    return (first + skipped, kept.map(Int16.init))
  }
}
