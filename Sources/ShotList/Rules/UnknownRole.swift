internal import Catalog

/// A role that the catalogue does not know.
enum UnknownRole: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.shots.filter { $0.role == nil && !$0.syntax.role.isEmpty }.map { shot in
      let written = Named(text: subject.tree.text(shot.syntax.role), range: shot.syntax.role)
      return .unknown(.unknownRole, "role", written, in: subject.catalog.roles.ids)
    }
  }
}
