internal import Glibc

/// A minimum cut over all pixels of a working picture: contours are cheap where neighboring colors differ.
struct GridCut: ~Copyable {
  private let grid: Grid
  private var graph: MinimumCut
  private var preferences: [Int32]

  /// Whole numbers a unit of cost.
  private static let unit: Float = 256

  /// Links every pixel with its eight neighbors; a link costs `smoothness / distance` between equal colors and fades
  /// with `exp(-|difference|² / (2 contrast²))`, but never below 4 %.
  init(_ picture: WorkingPicture, smoothness: Float, contrast: Float) {
    grid = Grid(width: picture.width, height: picture.height)
    graph = MinimumCut(count: picture.count)
    preferences = Array(repeating: 0, count: picture.count)
    let falloff = -0.5 / (contrast * contrast)
    // The four directions down and to the right; the other four are their reverse.
    for (k, dx, dy) in [(4, 1, 0), (5, -1, 1), (6, 0, 1), (7, 1, 1)] {
      let reach = smoothness * Self.unit / Float(dx * dx + dy * dy).squareRoot()
      for y in 0..<picture.height - dy {
        for x in max(0, -dx)..<max(max(0, -dx), picture.width - max(0, dx)) {
          let index = y * picture.width + x
          let other = index + dy * picture.width + dx
          let difference = (picture.lab[index] - picture.lab[other]).squared
          let weight = reach * (0.04 + 0.96 * expf(difference * falloff))
          graph.link(index, k, to: other, capacity: Int32(weight))
        }
      }
    }
  }

  /// Cuts for the given preferences: positive towards the product, negative towards the background; a link's cost in the
  /// same unit. A second call continues from the first one's flow.
  mutating func cut(_ wanted: [Float], isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    for index in 0..<grid.count {
      let new = Int32(max(-1e6, min(1e6, wanted[index] * Self.unit)))
      graph.shift(node: index, by: new - preferences[index])
      preferences[index] = new
    }
    return try graph.solve(isCancelled: isCancelled)
  }

  /// The contrast that this picture's own texture asks for: the root of half the mean squared difference of neighbors.
  static func contrast(of picture: WorkingPicture) -> Float {
    var sum: Double = 0
    var pairs = 0
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let index = y * picture.width + x
        if x + 1 < picture.width {
          sum += Double((picture.lab[index] - picture.lab[index + 1]).squared)
          pairs += 1
        }
        if y + 1 < picture.height {
          sum += Double((picture.lab[index] - picture.lab[index + picture.width]).squared)
          pairs += 1
        }
      }
    }
    return max(0.5, Float((sum / Double(max(1, pairs))).squareRoot()))
  }
}
