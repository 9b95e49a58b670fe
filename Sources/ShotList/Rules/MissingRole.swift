/// A shot without a role.
enum MissingRole: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.shots.filter(\.syntax.role.isEmpty).map { shot in
      .error(.missingRole, at: shot.syntax.heading, "A shot begins with its role, like ## hero")
    }
  }
}
