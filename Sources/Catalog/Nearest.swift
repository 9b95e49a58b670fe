extension Catalog {
  /// The name nearest to what a user wrote, for “did you mean”; `nil` when none is near.
  ///
  /// Near means: at most a third of the letters differ (edits: insert, delete, replace, swap of neighbours), or one begins
  /// with the other from three letters on. Case does not count. Of equally near names the first wins.
  /// Cost: bounded, because names and the searched text count up to 64 bytes.
  public static func nearest(to written: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(written.lowercased().utf8.prefix(64))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, score: Int)?
    for name in names {
      let candidate = Array(name.lowercased().utf8.prefix(64))
      let shorter = min(wanted.count, candidate.count)
      let isPrefix = shorter >= 3 && wanted.prefix(shorter) == candidate.prefix(shorter)
      let most = max(1, max(wanted.count, candidate.count) / 3)
      guard isPrefix || abs(wanted.count - candidate.count) <= most else { continue }
      let distance = isPrefix ? 1 : edits(wanted, candidate)
      guard distance <= most else { continue }
      if best.map({ distance < $0.score }) ?? true { best = (name, distance) }
    }
    return best?.name
  }

  /// The number of edits between two names: optimal string alignment.
  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isEqual = left[row - 1] == right[column - 1]
        var least = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isEqual ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          least = min(least, older[column - 2] + 1)
        }
        current.append(least)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
