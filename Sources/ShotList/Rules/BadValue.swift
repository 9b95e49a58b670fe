/// A value of another form than its key asks for.
enum BadValue: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.properties.compactMap { property in
      guard let key = property.key, key.places.contains(property.place), property.value == nil else { return nil }
      let isEmpty = property.syntax.value.isEmpty
      return .error(.badValue, at: isEmpty ? property.syntax.key : property.syntax.value, key.expectation)
    }
  }
}
