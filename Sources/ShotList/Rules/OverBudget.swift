internal import Catalog

/// A shot, or the whole list, that may cost more than the budget allows.
///
/// No error, as what is made already costs nothing again; the run itself is refused where it is too dear.
enum OverBudget: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard let budget = subject.product.budget else { return [] }
    let limit = budget.value.microDollars
    let costs = subject.shots.map { shot in (shot: shot, micros: cost(of: shot, subject)) }
    let dear = costs.filter { $0.micros > limit }
    guard dear.isEmpty else {
      return dear.prefix(ShotList.maxIssues).map { shot, micros in
        .warning(
          .overBudget, at: shot.heading,
          "This shot may cost \(Money.text(micros)), more than the budget of \(Money.text(limit)); lower 'count:' or 'size:', or take a cheaper model"
        )
      }
    }
    let total = costs.reduce(Int64(0)) { $0.addingWithoutWrap($1.micros) }
    guard total > limit, let dearest = costs.max(by: { $0.micros < $1.micros }) else { return [] }
    return [
      .warning(
        .overBudget, at: budget.range ?? dearest.shot.heading,
        "The list may cost \(Money.text(total)), more than its budget of \(Money.text(limit)); most is for '\(dearest.shot.name)', so lower its 'count:' or 'size:', or raise the budget"
      )
    ]
  }

  /// The most that is known to be asked for a shot, in micro-dollars.
  private static func cost(of shot: ResolvedShot, _ subject: Subject) -> Int64 {
    // Styles that a shot compares are made with its own model.
    let names = shot.compare.isEmpty ? [shot.model.value] : shot.compare
    return names.reduce(Int64(0)) { sum, name in
      let model = subject.catalog.models[name] ?? subject.catalog.models[shot.model.value]
      let price = model.flatMap { subject.reading.facts.mostMicros($0, shot.size.value, shot.count.value) }
      return sum.addingWithoutWrap(price ?? 0)
    }
  }
}

extension Int64 {
  fileprivate func addingWithoutWrap(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
