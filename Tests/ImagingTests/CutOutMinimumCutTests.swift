import Testing

@testable import Imaging

/// The cut against an exhaustive search over all labelings of tiny grids.
@Suite struct CutOutMinimumCutTests {
  /// A random grid of at most 12 pixels with eight neighbors.
  private struct Problem {
    let width: Int
    let height: Int
    var preferences: [Int32] = []
    var links: [(node: Int, direction: Int, other: Int, capacity: Int32)] = []

    init(seed: UInt32) {
      var state = seed &* 2_654_435_761 | 1
      func next(_ bound: UInt32) -> Int32 {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int32((state >> 8) % bound)
      }
      width = 3 + Int(next(2))
      height = 2 + Int(next(2))
      for _ in 0..<width * height { preferences.append(next(41) - 20) }
      for y in 0..<height {
        for x in 0..<width {
          for (direction, dx, dy) in [(4, 1, 0), (5, -1, 1), (6, 0, 1), (7, 1, 1)] {
            guard (0..<width).contains(x + dx), y + dy < height else { continue }
            let node = y * width + x
            links.append((node, direction, node + dy * width + dx, next(14)))
          }
        }
      }
    }

    /// What a labeling costs: denied preferences and links between different labels.
    func cost(_ isProduct: (Int) -> Bool) -> Int32 {
      var sum: Int32 = 0
      for (node, preference) in preferences.enumerated() {
        if isProduct(node) { sum += max(0, -preference) } else { sum += max(0, preference) }
      }
      for link in links where isProduct(link.node) != isProduct(link.other) { sum += link.capacity }
      return sum
    }

    var least: Int32 {
      (0..<1 << preferences.count).map { labels in cost { labels >> $0 & 1 == 1 } }.min() ?? 0
    }
  }

  private func graph(of problem: Problem) -> MinimumCut {
    var cut = MinimumCut(count: problem.preferences.count)
    for link in problem.links { cut.link(link.node, link.direction, to: link.other, capacity: link.capacity) }
    for (node, preference) in problem.preferences.enumerated() { cut.shift(node: node, by: preference) }
    return cut
  }

  @Test func noLabelingIsCheaper() throws {
    for seed in 1...60 as ClosedRange<UInt32> {
      let problem = Problem(seed: seed)
      var cut = graph(of: problem)

      let labels = try cut.solve { false }

      #expect(problem.cost { labels[$0] } == problem.least, "seed \(seed)")
    }
  }

  @Test func theFlowThatIsKeptStaysRight() throws {
    for seed in 1...40 as ClosedRange<UInt32> {
      var problem = Problem(seed: seed)
      let changed = Problem(seed: seed + 1000)
      var cut = graph(of: problem)
      _ = try cut.solve { false }

      for node in problem.preferences.indices {
        let wanted = changed.preferences[node % changed.preferences.count]
        cut.shift(node: node, by: wanted - problem.preferences[node])
        problem.preferences[node] = wanted
      }
      let labels = try cut.solve { false }

      #expect(problem.cost { labels[$0] } == problem.least, "seed \(seed)")
    }
  }
}
