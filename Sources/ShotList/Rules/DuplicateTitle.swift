/// A second title.
enum DuplicateTitle: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.file.titles.dropFirst().map { title in
      .warning(
        .duplicateTitle, at: title, "A file has one product and one title; put another product into its own file")
    }
  }
}
