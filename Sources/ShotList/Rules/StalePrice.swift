internal import Catalog

/// A model whose price was read long ago.
enum StalePrice: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard let today = subject.reading.facts.today else { return [] }
    return subject.modelUses.compactMap { model, _, place in
      let days = today.days(since: model.origin.asOf)
      guard model.price.unit != .free, days > 60 else { return nil }
      return .warning(
        .stalePrice, at: place,
        "The price of '\(model.id)' is \(days) days old; look at \(model.origin.source) before you spend")
    }
  }
}
