import Generation
import RPCProtocol

extension KrafPlan.Reply {
  init(_ plan: Plan) {
    self.init(
      jobs: plan.jobs.map { RPCProtocol::PlannedJob($0) }, costMicrosMin: Int(plan.price.lowMicros),
      costMicrosMax: Int(plan.price.highMicros), warnings: plan.warnings)
  }
}

extension RPCProtocol::PlannedJob {
  init(_ job: Generation::PlannedJob) {
    self.init(
      shot: job.shot, model: job.model, width: job.width, height: job.height, count: job.count,
      costMicrosMin: Int(job.price.lowMicros), costMicrosMax: Int(job.price.highMicros),
      secondsEstimate: job.seconds ?? 0)
  }
}
