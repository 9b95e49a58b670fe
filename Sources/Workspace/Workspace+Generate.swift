public import Generation
import ShotList

/// Which shots of a shot list to make.
public struct GenerateOrder: Sendable, Hashable {
  /// The shot list, absolute or relative to the root.
  public var path: String

  /// The text in the editor; nil reads the file.
  public var text: String?

  /// The names of the shots; nil means all.
  public var shots: [String]?

  /// Chosen by the client: the same key gives the same jobs, so that sending again does not pay twice. 1 to 200 bytes.
  public var key: String

  public var owner: JobOwner

  /// Sides that replace the shots' own; one alone keeps the proportions.
  public var width: Int?
  public var height: Int?

  /// Samples a px for models that trace rays; nil leaves it to the model.
  public var samples: Int?

  /// A style for all shots, instead of their own and of those that they compare.
  public var style: String?

  /// What moves in a clip that is made beside each picture; nil makes none.
  public var motion: ClipMotion?

  /// The most that the order may cost, in micro-dollars; nil leaves it to the other budgets.
  public var budgetMicros: Int64?

  /// Whether everything is made anew, even what was made from the same inputs before.
  public var isFresh = false

  /// What is worked at first.
  public var priority = JobPriority.interactive

  public init(_ path: String, text: String? = nil, shots: [String]? = nil, key: String, owner: JobOwner = .detached) {
    self.path = path
    self.text = text
    self.shots = shots
    self.key = key
    self.owner = owner
  }
}

/// The jobs of an order.
public struct OrderedJobs: Sendable, Hashable {
  /// One for each shot and each model or style that the shot compares, in the order of the text; `Job.shot` names it.
  public var jobs: [Job]

  /// What to know before; empty for an order that was sent again.
  public var warnings: [String]
}

extension OrderedJobs {
  /// The style or model that tells a job from the others of its shot; nil for the only one.
  public func variant(of job: Job) -> String? {
    let others = jobs.filter { $0.shot == job.shot }
    guard others.count > 1 else { return nil }
    let styles = Set(others.compactMap(\.slotParts?.style))
    return styles.count > 1 ? job.slotParts?.style : job.slotParts?.model
  }
}

extension Job {
  /// What tells the jobs for shots of one order apart.
  static func slot(_ shot: String, model: String, style: String) -> String { "\(shot) \(model) \(style)" }

  /// What `slot` joined; no name has a blank.
  fileprivate var slotParts: (model: String, style: String)? {
    let parts = slot.split(separator: " ").map(String.init)
    return parts.count == 3 ? (parts[1], parts[2]) : nil
  }
}

extension Workspace {
  /// What making shots would do and cost; has no effect.
  ///
  /// Throws: `noSuchFile`, `outsideWorkspace`, `insideHouse`, `tooLarge`, `notAShotList`, `noShots`, `noSuchShot`,
  /// `shotListIssues`, `noProductReference`, `noSuchModel`, `badSize`, `refused`. A broken budget is told in the plan.
  public nonisolated func plan(_ order: GenerateOrder) throws(WorkspaceError) -> Plan {
    try drafted(order).plan
  }

  /// Queues jobs that make shots; an order with a key seen before gives the jobs it gave then.
  ///
  /// A shot that was made from the same request and inputs before is not made again: its job is done at once.
  /// Throws: `badKey`, `overBudget`, and as `plan`; nothing was queued.
  public func generate(_ order: GenerateOrder) async throws(WorkspaceError) -> OrderedJobs {
    try check(key: order.key)
    let known = try store.read { try $0.jobs(key: order.key) }
    if !known.isEmpty { return OrderedJobs(jobs: known.map { withProgress($0.job) }, warnings: []) }
    let draft = try await offload { () throws(WorkspaceError) in try drafted(order) }
    if let refusal = draft.plan.refusal { throw .overBudget(refusal) }
    let (jobs, isNew) = try enqueue(draft.drafts, key: order.key, owner: order.owner, priority: order.priority)
    return OrderedJobs(jobs: jobs, warnings: isNew ? draft.plan.warnings : [])
  }

  private nonisolated func drafted(_ order: GenerateOrder) throws(WorkspaceError) -> DraftedOrder {
    let list = try readShotList(order.path, text: order.text)
    let changes = OrderChanges(
      width: order.width, height: order.height, samples: order.samples, style: order.style, motion: order.motion)
    var draft = try draft(list, shots: order.shots, changes: changes)
    if order.isFresh {
      for place in draft.drafts.indices { draft.drafts[place].isFresh = true }
    } else {
      try reuse(in: &draft)
    }
    draft.plan.refusal = try refusal(of: draft.plan.price, for: order, fileBudget: list.analysis.product.budget?.value)
    return draft
  }
}
