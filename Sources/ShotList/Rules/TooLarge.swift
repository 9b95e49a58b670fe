/// A text above the limit.
enum TooLarge: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let bytes = subject.tree.bytes.count
    guard bytes > ShotList.maxBytes else { return [] }
    return [
      .error(.tooLarge, at: 0..<0, "A shot list has up to \(ShotList.maxBytes) bytes, this has \(bytes); split it")
    ]
  }
}
