/// What a person may say about a run of a shot list, besides what it says itself.
public struct RunTerms: Sendable {
  /// Instead of the shots' own styles.
  public var style: String?
  /// Whether everything is made anew, even what was made from the same inputs before.
  public var isFresh: Bool
  /// The most that the run may cost: `5 USD`, `$5`, `60 credits`.
  public var budget: String?

  public init(style: String? = nil, isFresh: Bool = false, budget: String? = nil) {
    self.style = style
    self.isFresh = isFresh
    self.budget = budget
  }

  /// The budget in micro-dollars. Throws: for a sum that cannot be read.
  var budgetMicros: Int? {
    get throws(CommandFailure) { try budget.map { text throws(CommandFailure) in try SumOfMoney.micros(text) } }
  }
}
