import Generation
import RPCProtocol

extension KrafPlan.Reply {
  init(_ plan: Plan) {
    self.init(
      jobs: plan.jobs.map { RPCProtocol::PlannedJob($0) }, costMicrosMin: Int(plan.price.lowMicros),
      costMicrosMax: Int(plan.price.highMicros), warnings: plan.warnings,
      refusal: plan.refusal?.sentence)
  }
}

extension RPCProtocol::PlannedJob {
  init(_ job: Generation::PlannedJob) {
    self.init(
      shot: job.shot, model: job.model, style: job.style, action: RPCProtocol::PlanAction(job.action),
      changes: job.changes, width: job.width, height: job.height, count: job.count,
      costMicrosMin: Int(job.price.lowMicros), costMicrosMax: Int(job.price.highMicros),
      arithmetic: job.arithmetic.text,
      secondsEstimate: job.seconds ?? 0)
  }
}

extension RPCProtocol::PlanAction {
  init(_ action: Generation::PlanAction) {
    switch action {
    case .add: self = .add
    case .change: self = .change
    case .reuse: self = .reuse
    }
  }
}
