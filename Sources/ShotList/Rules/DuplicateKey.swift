/// A key that is set twice in one place.
enum DuplicateKey: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let sections = [subject.reading.header] + subject.reading.shots.map(\.properties)
    return sections.flatMap { properties in
      properties.all.filter { property in
        property.key.map { properties[$0]?.syntax != property.syntax } ?? false
      }.map { property in
        .warning(
          .duplicateKey, at: property.syntax.key,
          "'\(property.name)' is set again below, which counts; remove this line")
      }
    }
  }
}
