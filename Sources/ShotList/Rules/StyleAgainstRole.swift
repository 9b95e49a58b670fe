internal import Catalog

/// A style that does not suit the shot's role.
enum StyleAgainstRole: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.compactMap { shot in
      guard let style = subject.catalog.styles[shot.style.value], style.forbidsFor.roles.contains(shot.role) else {
        return nil
      }
      let better = subject.catalog.roles[shot.role].flatMap { subject.catalog.styles[$0.defaultStyle] }
      return .warning(
        .styleAgainstRole, at: shot.style.source == .shot ? shot.style.range ?? shot.heading : shot.heading,
        "'\(style.id)' does not suit \(shot.role)" + (better.map { "; use '\($0.id)'" } ?? ""),
        fix: better?.fix(replacing: shot.style))
    }
  }
}
