/// A reference with the handle of an earlier one.
enum DuplicateHandle: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.references.filter { subject.reading.handles[$0.handle]?.syntax != $0.syntax }.map { reference in
      .error(
        .duplicateHandle, at: reference.syntax.handle,
        "@\(reference.handle) is declared above already; give this reference another name")
    }
  }
}
