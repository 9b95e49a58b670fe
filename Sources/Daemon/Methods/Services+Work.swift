import Generation
import Imaging
import Platform
import RPCProtocol
import Workspace

extension Services {
  func plan(_ request: KrafPlan, _ context: CallContext) async throws(RPCError) -> KrafPlan.Reply {
    let workspace = try await workspace(request.workspace, orOf: request.path, context)
    var order = GenerateOrder(request.path, text: request.text, shots: request.shots, key: "plan")
    order.style = request.style
    order.isFresh = request.fresh
    order.budgetMicros = request.budgetMicros.map(Int64.init)
    let asked = order
    return try await answering { () async throws(WorkspaceError) in KrafPlan.Reply(try workspace.plan(asked)) }
  }

  func generate(_ request: KrafGenerate, _ context: CallContext) async throws(RPCError) -> KrafGenerate.Reply {
    let workspace = try await workspace(request.workspace, orOf: request.path, context)
    followProgress(of: workspace, context)
    var order = GenerateOrder(
      request.path, text: request.text, shots: request.shots, key: request.key,
      owner: owner(request.owner, context))
    order.width = request.width
    order.height = request.height
    order.samples = request.samples
    order.style = request.style
    order.motion = request.motion.flatMap { ClipMotion(rawValue: $0.rawValue) }
    order.isFresh = request.fresh
    order.budgetMicros = request.budgetMicros.map(Int64.init)
    order.priority = .init(request.priority)
    let started = order
    return try await answering { () async throws(WorkspaceError) in
      let queued = try await workspace.generate(started)
      return KrafGenerate.Reply(
        jobs: queued.jobs.map { job in
          StartedJob(job: job.id.rawValue, shot: job.shot ?? "", variant: queued.variant(of: job))
        }, warnings: queued.warnings)
    }
  }

  func edit(_ request: KrafEdit, _ context: CallContext) async throws(RPCError) -> KrafEdit.Reply {
    let (workspace, source) = try await source(of: request, context)
    followProgress(of: workspace, context)
    var order = EditOrder(
      request.operation, try OperationParameters(request.parameters), of: source, key: request.key,
      owner: owner(request.owner, context), output: request.output)
    if let name = request.mask { order.mask = .asset(try assetID(name)) }
    if let path = request.maskPath { order.mask = .path(path) }
    let started = order
    return try await answering { () async throws(WorkspaceError) in
      KrafEdit.Reply(job: try await workspace.edit(started).id.rawValue)
    }
  }

  func job(_ request: JobGet, _ context: CallContext) async throws(RPCError) -> JobDescription {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () throws(WorkspaceError) in
      try JobDescription(try workspace.job(JobID(rawValue: request.job)), in: workspace, now: WallClock.system.now)
    }
  }

  func jobs(_ request: JobList, _ context: CallContext) async throws(RPCError) -> JobList.Reply {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () throws(WorkspaceError) in
      let jobs = try workspace.jobs(state: request.state.flatMap { .init(rawValue: $0.rawValue) })
      return JobList.Reply(
        jobs: try jobs.map { (job) throws(WorkspaceError) in
          try JobDescription(job, in: workspace, now: WallClock.system.now)
        })
    }
  }

  /// Answers when the job is final, or as it stands when the time is over.
  func wait(_ request: JobWait, _ context: CallContext) async throws(RPCError) -> JobDescription {
    let workspace = try await workspace(request.workspace, context)
    let id = JobID(rawValue: request.job)
    let patience = request.timeoutMs.map { Duration.milliseconds($0) }
    return try await answering { () async throws(WorkspaceError) in
      let job = try await workspace.wait(for: id, atMost: patience)
      return try JobDescription(job, in: workspace, now: WallClock.system.now)
    }
  }

  func cancel(_ request: JobCancel, _ context: CallContext) async throws(RPCError) -> JobDescription {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () async throws(WorkspaceError) in
      let job = try await workspace.cancel(JobID(rawValue: request.job))
      return try JobDescription(job, in: workspace, now: WallClock.system.now)
    }
  }

  func retry(_ request: JobRetry, _ context: CallContext) async throws(RPCError) -> JobDescription {
    let workspace = try await workspace(request.workspace, context)
    followProgress(of: workspace, context)
    return try await answering { () async throws(WorkspaceError) in
      let job = try await workspace.retry(JobID(rawValue: request.job))
      return try JobDescription(job, in: workspace, now: WallClock.system.now)
    }
  }

  /// A picture named by its asset lies in the session's workspace; one named by its path may lie anywhere.
  private func source(
    of request: KrafEdit, _ context: CallContext
  ) async throws(RPCError) -> (Workspace, EditOrder.Source) {
    switch (request.asset, request.path) {
    case (let asset?, nil): return (try await workspace(request.workspace, context), .asset(try assetID(asset)))
    case (nil, let path?):
      if let name = request.workspace { return (try await open(name, context), .path(path)) }
      let scratch = try await answering { () async throws(WorkspaceError) in try await shelf.scratch() }
      context.session[Self.lastWorkspace] = scratch
      return (scratch, .path(path))
    default:
      throw .failed("badSource", "Name the picture by 'asset' or by 'path', and by one of them only")
    }
  }

  /// The owner of a job that a session starts; a job that ends with its session is ended then.
  private func owner(_ owner: RPCProtocol::JobOwner, _ context: CallContext) -> Workspace::JobOwner {
    switch owner {
    case .session: .session(identity.name(of: context.session))
    case .detached: .detached
    }
  }
}

extension OperationParameters {
  /// The parameters of an operation from their JSON form. Throws: `badParameters` for a value of no known kind.
  init(_ object: JSONObject) throws(RPCError) {
    var values: [String: ParameterValue] = [:]
    for member in object.members {
      guard let value = ParameterValue(member.value) else {
        throw .badParameters(
          JSONMismatch(
            path: "params.parameters.\(member.key)",
            expected: "a number, a text, true, false, a list of numbers or a list of such lists",
            found: "something else"))
      }
      values[member.key] = value
    }
    self.init(values)
  }
}

extension ParameterValue {
  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .integer(let value): self = .integer(Int(value))
    case .double(let value): self = .number(value)
    case .string(let value): self = .text(value)
    case .bool(let value): self = .flag(value)
    case .array(let elements):
      if case .array? = elements.first {
        var lists: [[Double]] = []
        for element in elements {
          guard case .array(let inner) = element, let list = Self.numbers(inner) else { return nil }
          lists.append(list)
        }
        self = .lines(lists)
      } else {
        guard let list = Self.numbers(elements) else { return nil }
        self = .numbers(list)
      }
    case .null, .object: return nil
    }
  }

  private static func numbers(_ elements: [JSONValue]) -> [Double]? {
    var numbers: [Double] = []
    for element in elements {
      switch element {
      case .integer(let value): numbers.append(Double(value))
      case .double(let value): numbers.append(value)
      default: return nil
      }
    }
    return numbers
  }
}
