internal import Catalog

/// A season that is over.
enum SeasonOver: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard let today = subject.reading.facts.today else { return [] }
    let over = seasons.filter { !$0.isTimely(today) }
    return subject.prompts.compactMap { _, words in
      guard
        let found = over.lazy.flatMap({ words.all($0.phrases) })
          .first(where: { !subject.words.all.contains(words.words[$0.lowerBound].key) })
      else { return nil }
      let place = words.bytes(found)
      return .warning(
        .seasonOver, at: place,
        "\(subject.tree.text(place).quoted) is over on \(today.text); leave it out until its time comes again")
    }
  }

  /// A season, and the days of a year, as `month * 100 + day`, on which it lies ahead within half a year or has come.
  private struct Season {
    var phrases: Phrases
    var from: Int
    var to: Int

    func isTimely(_ day: Day) -> Bool {
      let today = day.month * 100 + day.day
      return from <= to ? from <= today && today <= to : today >= from || today <= to
    }
  }

  private static let seasons = [
    Season(phrases: ["christmas", "xmas", "santa claus", "advent calendar"], from: 627, to: 1226),
    Season(phrases: ["new year's eve"], from: 701, to: 106),
    Season(phrases: ["valentine's day", "valentine's"], from: 815, to: 214),
    Season(phrases: ["easter eggs", "easter"], from: 1001, to: 425),
    Season(phrases: ["mother's day"], from: 1101, to: 531),
    Season(phrases: ["father's day"], from: 1201, to: 630),
    Season(phrases: ["back to school"], from: 301, to: 930),
    Season(phrases: ["halloween"], from: 501, to: 1031),
    Season(phrases: ["thanksgiving"], from: 527, to: 1130),
    Season(phrases: ["black friday", "cyber monday"], from: 601, to: 1205),
  ]
}
