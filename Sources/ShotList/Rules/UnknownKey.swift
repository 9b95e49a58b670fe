/// A key that the language does not have.
enum UnknownKey: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.properties.filter { $0.key == nil }.prefix(ShotList.maxIssues).map { property in
      let keys = Key.allCases.filter { $0.places.contains(property.place) }.map(\.rawValue)
      return .unknown(.unknownKey, "key", Named(text: property.name, range: property.syntax.key), in: keys)
    }
  }
}
