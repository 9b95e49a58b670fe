/// A reference that leaves the workspace.
enum PathOutsideWorkspace: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.references.filter { $0.path == .outside }.map { reference in
      .error(
        .pathOutsideWorkspace, at: reference.syntax.path,
        "This path leaves the workspace; copy the file into it and name it from here")
    }
  }
}
