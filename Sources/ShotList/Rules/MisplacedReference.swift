/// A reference below the header.
enum MisplacedReference: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let header = subject.reading.file.header.range
    return subject.reading.references.filter { $0.syntax.handle.lowerBound > header.upperBound }.map { reference in
      .warning(
        .misplacedReference, at: reference.syntax.handle,
        "References stand above the first shot and count for all; move the line there")
    }
  }
}
