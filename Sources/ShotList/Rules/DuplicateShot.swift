/// A shot with the name of an earlier one.
enum DuplicateShot: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    var seen: Set<String> = []
    return subject.reading.shots.filter { $0.role != nil && !seen.insert($0.slug).inserted }.map { shot in
      .error(
        .duplicateShot, at: shot.syntax.heading,
        "Two shots are named '\(shot.slug)'; give this one a name, like ## \(subject.tree.text(shot.syntax.role)) second"
      )
    }
  }
}
