import RPCProtocol

/// `krafd budget`: shows the budgets of a workspace, after setting or lifting some.
public struct BudgetRun: Sendable {
  /// A file or folder of the workspace.
  public var path: String
  /// New limits, as a person types them; `none` lifts one, nil leaves it.
  public var workspaceLimit: String?
  public var monthLimit: String?

  public init(path: String, workspaceLimit: String?, monthLimit: String?) {
    self.path = path
    self.workspaceLimit = workspaceLimit
    self.monthLimit = monthLimit
  }

  public func run() throws(CommandFailure) {
    var changes: [KrafBudget] = []
    for (scope, text) in [(BudgetScope.workspace, workspaceLimit), (.month, monthLimit)] {
      guard let text else { continue }
      changes.append(KrafBudget(scope: scope, limitMicros: text == "none" ? nil : try SumOfMoney.micros(text)))
    }
    var link = try DaemonLink.start()
    _ = try link.call(WorkspaceOpen(path: WorkingFolder.absolute(path)))
    for change in changes { _ = try link.call(change) }
    let reply = try link.call(KrafBudget())
    let rows = reply.budgets.map { use in
      [
        use.scope.rawValue, Table.money(use.limitMicros), Table.money(use.usedMicros),
        Table.money(max(0, use.limitMicros - use.usedMicros)),
      ]
    }
    guard !rows.isEmpty else {
      return Terminal.say("There is no budget; \(Table.money(reply.usedMicros)) was spent in this workspace")
    }
    Terminal.say(Table.text(["budget", "limit", "used", "left"], rows))
  }
}
