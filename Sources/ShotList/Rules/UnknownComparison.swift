internal import Catalog

/// A name to compare that is neither a model nor a style.
enum UnknownComparison: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.effective(.compare).flatMap { $0.value?.names ?? [] }
      .filter { subject.catalog.model(named: $0.text) == nil && subject.catalog.styles[$0.text] == nil }
      .prefix(ShotList.maxIssues).map { name in
        .unknown(
          .unknownComparison, "model or style", name, in: subject.catalog.models.ids + subject.catalog.styles.ids)
      }
  }
}
