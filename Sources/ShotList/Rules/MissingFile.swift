/// A reference to a file that is not there.
enum MissingFile: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.references.compactMap { reference in
      guard reference.fact == .missing, let path = reference.inside else { return nil }
      return .error(
        .missingFile, at: reference.syntax.path,
        "There is no file \(path.quoted) in the workspace; a path is relative to this file")
    }
  }
}
