/// Drops specks and closes pin-holes of a coarse mask.
enum MaskCleaning {
  /// Keeps components of at least 8 % of the largest, and closes holes below 0.04 % of the frame unless they match the
  /// backdrop.
  static func clean(_ mask: [Bool], grid: Grid, matchesBackdrop: (Int) -> Bool) -> [Bool] {
    var result = withoutIntruders(withoutLinesToTheFrame(mask, grid: grid), grid: grid)
    let parts = grid.components(of: result)
    let largest = parts.map(\.count).max() ?? 0
    for part in parts where Float(part.count) < 0.08 * Float(largest) {
      for index in part { result[index] = false }
    }
    for hole in holes(in: result, grid: grid) where hole.count * 2500 < grid.count {
      let alike = hole.count { matchesBackdrop($0) }
      guard alike * 2 < hole.count || hole.count * 20000 < grid.count else { continue }
      for index in hole { result[index] = true }
    }
    return result
  }

  /// The mask without thin lines that end at the frame, like seams and edges of a table.
  private static func withoutLinesToTheFrame(_ mask: [Bool], grid: Grid) -> [Bool] {
    let thickness = max(1, min(grid.width, grid.height) / 120)
    let solid = grid.dilated(grid.eroded(mask, times: thickness), times: thickness)
    let thin = mask.indices.map { mask[$0] && !solid[$0] }
    let lines = grid.reachedFromFrame(through: thin)
    return mask.indices.map { mask[$0] && !lines[$0] }
  }

  /// The mask without parts that come in from the frame, where the largest part does not touch it and is twice as large:
  /// lamps, stands and hands.
  private static func withoutIntruders(_ mask: [Bool], grid: Grid) -> [Bool] {
    let parts = grid.components(of: mask)
    guard let largest = parts.max(by: { $0.count < $1.count }), !grid.touchesFrame(largest) else { return mask }
    var result = mask
    for part in parts where part.count * 2 < largest.count && grid.touchesFrame(part) {
      for index in part { result[index] = false }
    }
    return result
  }

  /// The background components that do not reach the frame.
  static func holes(in mask: [Bool], grid: Grid) -> [[Int]] {
    let open = mask.map { !$0 }
    let outside = grid.reachedFromFrame(through: open)
    return grid.components(of: mask.indices.map { open[$0] && !outside[$0] })
  }
}
