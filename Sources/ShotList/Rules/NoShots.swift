/// A file without a shot.
enum NoShots: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard subject.reading.file.shots.isEmpty, subject.tree.bytes.count <= ShotList.maxBytes else { return [] }
    let end = subject.tree.bytes.count
    return [.information(.noShots, at: end..<end, "There is no shot yet; add a line like ## hero")]
  }
}
