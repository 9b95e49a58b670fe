/// What a limit of money is for.
public enum BudgetScope: String, JSONConvertible, CaseIterable {
  /// All that the workspace ever spends.
  case workspace
  /// What the workspace spends in one calendar month, UTC.
  case month
}

/// A limit of money and what is used of it.
public struct BudgetUse: JSONConvertible, Equatable {
  /// What it is for.
  public var scope: BudgetScope

  /// In micro-dollars.
  public var limitMicros: Int

  /// What was paid, and the most that work under way may cost, in micro-dollars.
  public var usedMicros: Int

  public init(scope: BudgetScope, limitMicros: Int, usedMicros: Int) {
    self.scope = scope
    self.limitMicros = limitMicros
    self.usedMicros = usedMicros
  }
}

extension BudgetUse {
  public init(json: JSONValue) throws(JSONMismatch) {
    scope = try json.member("scope")
    limitMicros = try json.member("limitMicros")
    usedMicros = try json.member("usedMicros")
  }

  public var json: JSONValue {
    .record(["scope": scope.json, "limitMicros": limitMicros.json, "usedMicros": usedMicros.json])
  }
}

/// Answers the budgets of a workspace, after setting or lifting one.
public struct KrafBudget: RPCRequest {
  public static let method = "kraf/budget"
  public static let summary = """
    Answers the budgets of a workspace. With `scope` it sets that budget to `limitMicros` before, or lifts it where \
    there is no `limitMicros`. Work that may cost more than is left is refused as `overBudget`.
    """

  /// The budget to change; absent to change none.
  public var scope: BudgetScope?

  /// Its new limit, in micro-dollars; absent to lift it.
  public var limitMicros: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(scope: BudgetScope? = nil, limitMicros: Int? = nil, workspace: String? = nil) {
    self.scope = scope
    self.limitMicros = limitMicros
    self.workspace = workspace
  }

  /// The budgets.
  public struct Reply: JSONConvertible, Equatable {
    /// Those that are set.
    public var budgets: [BudgetUse]

    /// What was ever paid, and the most that work under way may cost, in micro-dollars.
    public var usedMicros: Int

    public init(budgets: [BudgetUse], usedMicros: Int) {
      self.budgets = budgets
      self.usedMicros = usedMicros
    }
  }
}

extension KrafBudget {
  public init(json: JSONValue) throws(JSONMismatch) {
    scope = try json.optional("scope")
    limitMicros = try json.optional("limitMicros", in: 0...Int.max)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["scope": scope?.json, "limitMicros": limitMicros?.json, "workspace": workspace?.json])
  }
}

extension KrafBudget.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    budgets = try json.member("budgets")
    usedMicros = try json.member("usedMicros")
  }

  public var json: JSONValue { .record(["budgets": budgets.json, "usedMicros": usedMicros.json]) }
}

extension KrafBudget {
  public static let examples = [
    RPCExample(
      params: #"{"scope": "month", "limitMicros": 20000000}"#,
      reply:
        #"{"budgets": [{"scope": "month", "limitMicros": 20000000, "usedMicros": 1250000}], "usedMicros": 1250000}"#
    )
  ]
}
