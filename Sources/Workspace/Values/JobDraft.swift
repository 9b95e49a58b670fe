import Imaging
import Platform

/// A job before it has a name.
struct JobDraft: Sendable {
  var slot: String
  var kind: JobKind
  var title: String
  var document: String?
  var shot: String?
  var warnings: [String] = []
  var product: Product?
  var request: JobRequest
  var pool = JobPool.processor
  var estimate: Estimate
  /// Nil for work that is never taken again.
  var fingerprint: Fingerprint?
  /// The fingerprint of the work as the shot list says it, which an order may change.
  var listed: String?
  /// Whether it is made anew whatever was made before.
  var isFresh = false
  /// The finished job whose outputs are taken instead of working.
  var reused: Job?

  /// The job to queue; one that takes what another made is done at once.
  func job(key: String, owner: JobOwner, priority: JobPriority, now: WallTime) -> Job {
    var job = Job(
      id: .random(), key: key, slot: slot, kind: kind, title: title, document: document, shot: shot, state: .queued,
      stage: "", fraction: 0, preview: nil, outputs: [], warnings: warnings, failure: nil, costMicros: 0, created: now,
      started: nil, finished: nil, owner: owner, reused: nil, priority: priority, pool: pool)
    if let reused { job.take(reused, now: now) }
    return job
  }
}

/// A job that an order adds, with what the database keeps besides.
struct NewJob: Sendable {
  var draft: JobDraft
  var job: Job
  var request: String
}

extension Job {
  /// Ends the job with what another made of the same work.
  mutating func take(_ other: Job, now: WallTime) {
    state = .done
    stage = "made before"
    fraction = 1
    outputs = other.outputs
    warnings += other.warnings.filter { !warnings.contains($0) }
    started = now
    finished = now
    reused = other.reused ?? other.id
  }
}

extension Transaction {
  /// Adds a job with its entry in the ledger, and the canvas node of one that is done already.
  mutating func add(_ new: NewJob, now: WallTime) throws {
    try add(new)
    try open(new.draft.estimate, for: new.job.id, now: now)
    guard new.job.state == .done else { return }
    try close(new.job.id, .paid(0), now: now)
    if case .generate(let work) = new.draft.request { try place(outputsOf: new.job, for: work) }
  }

  /// Puts what a job took from another one on the canvas, where it is not there for this shot.
  mutating func place(outputsOf job: Job, for work: ShotWork) throws {
    for output in try job.outputs.compactMap(snapshot.asset) where output.format != .webp {
      let sources = try snapshot.sources(of: output.id)
      try place(CanvasPlacing(output, of: work, from: sources, job: job.id, now: job.finished ?? job.created))
    }
  }
}
