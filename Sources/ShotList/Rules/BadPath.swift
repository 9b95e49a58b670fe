/// A reference without a path, or with one that no file can have.
enum BadPath: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.references.filter { $0.path == .malformed }.map { reference in
      .error(
        .badPath, at: reference.syntax.path.isEmpty ? reference.syntax.handle : reference.syntax.path,
        "A reference needs a path, like @\(reference.handle) = photos/front.jpg")
    }
  }
}
