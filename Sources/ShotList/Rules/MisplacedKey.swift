/// A key of the header in a shot, or the other way round.
enum MisplacedKey: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.properties.compactMap { property in
      guard let key = property.key, !key.places.contains(property.place) else { return nil }
      let place = property.place == .shot ? "above the first shot" : "under a shot's heading"
      return .error(.misplacedKey, at: property.syntax.key, "'\(key.rawValue)' belongs \(place); move the line there")
    }
  }
}
