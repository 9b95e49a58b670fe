import Platform
import RPCProtocol
import Workspace

extension JobDescription {
  /// A job as clients see it. `now` tells how long an unfinished one has taken.
  init(_ job: Job, in workspace: Workspace, now: WallTime) throws(WorkspaceError) {
    let outputs = try job.outputs.map { (id) throws(WorkspaceError) in try workspace.asset(id) }
    self.init(
      job: job.id.rawValue, kind: job.kind.rawValue, title: job.title, shot: job.shot,
      state: RPCProtocol::JobState(job.state), stage: job.stage, fraction: job.fraction,
      outputs: try descriptions(of: outputs, in: workspace),
      error: job.failure.map { RPCProtocol::JobFailure(reason: $0.reason, message: $0.sentence) },
      costMicros: Int(job.costMicros), createdAt: job.created.rfc3339, elapsedMs: job.elapsedMilliseconds(now: now),
      warnings: job.warnings, reused: job.reused?.rawValue)
  }
}

extension RPCProtocol::JobState {
  init(_ state: Workspace::JobState) {
    switch state {
    case .queued: self = .queued
    case .running: self = .running
    case .done: self = .done
    case .failed: self = .failed
    case .cancelled: self = .cancelled
    case .ambiguous: self = .ambiguous
    }
  }
}

extension Job {
  /// From the start of the work, or 0 before it, to its end or to `now`.
  func elapsedMilliseconds(now: WallTime) -> Int {
    guard let started else { return 0 }
    return max(0, Int((finished ?? now).millisecondsSince1970 - started.millisecondsSince1970))
  }
}

extension Workspace::JobPriority {
  init(_ priority: RPCProtocol::JobPriority) {
    switch priority {
    case .batch: self = .batch
    case .interactive: self = .interactive
    case .preview: self = .preview
    }
  }
}
