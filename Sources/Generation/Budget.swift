import Catalog

/// What a limit of money is for.
public enum BudgetScope: String, Sendable, Hashable, CaseIterable {
  /// One order.
  case run
  /// One run of a shot list, as its header says.
  case file
  /// All that a workspace ever spends.
  case workspace
  /// What a workspace spends in one calendar month, UTC.
  case month
}

/// A limit of money and what is used of it, in micro-dollars.
public struct BudgetUse: Sendable, Hashable {
  public var scope: BudgetScope
  public var limitMicros: Int64

  /// What was paid, and the most that work under way may cost.
  public var usedMicros: Int64

  public init(_ scope: BudgetScope, limitMicros: Int64, usedMicros: Int64 = 0) {
    self.scope = scope
    self.limitMicros = limitMicros
    self.usedMicros = usedMicros
  }

  /// What is left; 0 when nothing is.
  public var leftMicros: Int64 { max(0, limitMicros - min(usedMicros, limitMicros)) }

  /// Why something that may cost up to `price` does not fit; nil when it does.
  public func refusal(of price: PriceRange) -> BudgetRefusal? {
    price.highMicros > leftMicros ? BudgetRefusal(budget: self, neededMicros: price.highMicros) : nil
  }
}

/// Work that a budget does not allow: the most that it may cost is more than what is left.
public struct BudgetRefusal: Sendable, Hashable {
  public var budget: BudgetUse
  public var neededMicros: Int64

  public init(budget: BudgetUse, neededMicros: Int64) {
    self.budget = budget
    self.neededMicros = neededMicros
  }
}

extension BudgetRefusal {
  /// What happened and what to change, for people.
  public var sentence: String {
    let left = "\(Money.text(budget.leftMicros)) of \(Money.text(budget.limitMicros)) is left"
    let (name, remedy) =
      switch budget.scope {
      case .run: ("this run", "allow more with --budget")
      case .file: ("this shot list", "raise its 'budget:' line")
      case .workspace: ("this workspace", "raise it with 'krafd budget --workspace'")
      case .month: ("this month", "raise it with 'krafd budget --month', wait for the next month")
      }
    return "This may cost \(Money.text(neededMicros)), and of the budget for \(name) \(left); "
      + "\(remedy), make fewer shots, lower 'count:' or 'size:', or take a cheaper model"
  }
}
