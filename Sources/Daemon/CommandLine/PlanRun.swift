import RPCProtocol

/// `krafd plan`: says what rendering a shot list would do and cost; makes nothing and spends nothing.
public struct PlanRun: Sendable {
  public var file: String
  public var shots: [String]
  public var terms: RunTerms
  public var printsJSON: Bool

  public init(file: String, shots: [String], terms: RunTerms, printsJSON: Bool) {
    self.file = file
    self.shots = shots
    self.terms = terms
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    let budget = try terms.budgetMicros
    var link = try DaemonLink.start()
    let plan = try link.call(
      KrafPlan(
        path: WorkingFolder.absolute(file), shots: shots.isEmpty ? nil : shots, style: terms.style,
        fresh: terms.isFresh, budgetMicros: budget), about: file)
    if printsJSON { Terminal.say(plan.json.text) } else { show(plan) }
    if let refusal = plan.refusal { throw CommandFailure(reason: "overBudget", sentence: refusal) }
  }

  private func show(_ plan: KrafPlan.Reply) {
    for warning in plan.warnings { Terminal.tell("warning: \(warning)") }
    let rows = plan.jobs.map { job in
      [
        job.shot, job.action.rawValue, job.model, job.style, "\(job.width) × \(job.height)", String(job.count),
        price(of: job), Table.seconds(Int(job.secondsEstimate * 1_000)),
      ]
    }
    Terminal.say(Table.text(["shot", "plan", "model", "style", "size", "pictures", "cost", "seconds"], rows))
    for job in plan.jobs where !job.changes.isEmpty {
      Terminal.say("\(job.shot): \(job.changes.joined(separator: "; "))")
    }
    Terminal.say("\(plan.summary); nothing was made or spent")
  }

  private func price(of job: PlannedJob) -> String {
    guard job.costMicrosMax > 0 else { return "0" }
    return "\(Table.money(job.costMicrosMin, to: job.costMicrosMax)) = \(job.arithmetic)"
  }
}

extension KrafPlan.Reply {
  /// What is left to make, what it costs and how long it takes, as one clause.
  var summary: String {
    let all = jobs.reduce(0) { $0 + $1.count }
    let kept = jobs.filter { $0.action == .reuse }.reduce(0) { $0 + $1.count }
    let seconds = jobs.reduce(0) { $0 + $1.secondsEstimate }
    return "\(Table.count(all - kept, "picture")) to make, \(kept) kept from before; cost "
      + "\(Table.money(costMicrosMin, to: costMicrosMax)), about \(Table.seconds(Int(seconds * 1_000))) s"
  }
}
