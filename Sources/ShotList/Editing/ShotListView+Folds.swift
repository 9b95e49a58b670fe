/// Lines that an editor can hide below their first.
public struct Fold: Sendable, Equatable {
  public enum Kind: Sendable { case region, comment }

  public var kind: Kind
  /// The first line stays; ends before the blank lines at its end.
  public var range: Range<Int>
}

extension ShotListView {
  /// The header, shots, steps and comments of more than one line.
  public var folds: [Fold] {
    let sections = [file.header.range] + file.shots.flatMap { [$0.range] + $0.steps.map(\.body.range) }
    let comments = tree.nodes.compactMap { node -> Fold? in
      guard case .comment = node.kind else { return nil }
      return Fold(kind: .comment, range: node.content)
    }
    return (sections.map { Fold(kind: .region, range: withoutBlankEnd($0)) } + comments).filter { fold in
      fold.range.contains { bytes[$0].isLineEnd }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The range without blank lines and line ends at its end.
  func withoutBlankEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isSpace || bytes[end - 1].isLineEnd { end -= 1 }
    return range.lowerBound..<end
  }
}
