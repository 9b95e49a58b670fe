import RPCProtocol

/// `krafd plan`: says what rendering a shot list would do and cost; makes nothing and spends nothing.
public struct PlanRun: Sendable {
  public var file: String
  public var shots: [String]
  public var printsJSON: Bool

  public init(file: String, shots: [String], printsJSON: Bool) {
    self.file = file
    self.shots = shots
    self.printsJSON = printsJSON
  }

  public func run() throws(CommandFailure) {
    let path = WorkingFolder.absolute(file)
    var link = try DaemonLink.start()
    let workspace = try link.call(WorkspaceOpen(path: path)).workspace
    let plan: KrafPlan.Reply
    do throws(CommandFailure) {
      plan = try link.call(KrafPlan(path: path, shots: shots.isEmpty ? nil : shots, workspace: workspace))
    } catch {
      throw error.located(in: file)
    }
    if printsJSON { return Terminal.say(plan.json.text) }
    for warning in plan.warnings { Terminal.tell("warning: \(warning)") }
    let rows = plan.jobs.map { job in
      [
        job.shot, job.model, "\(job.width) × \(job.height)", String(job.count),
        Table.money(job.costMicrosMin, to: job.costMicrosMax), Table.seconds(Int(job.secondsEstimate * 1_000)),
      ]
    }
    Terminal.say(Table.text(["shot", "model", "size", "pictures", "cost", "seconds"], rows))
    let pictures = plan.jobs.reduce(0) { $0 + $1.count }
    let seconds = plan.jobs.reduce(0) { $0 + $1.secondsEstimate }
    Terminal.say(
      "\(pictures) \(pictures == 1 ? "picture" : "pictures"), cost "
        + "\(Table.money(plan.costMicrosMin, to: plan.costMicrosMax)), about "
        + "\(Table.seconds(Int(seconds * 1_000))) s; nothing was made or spent")
  }
}
