import Generation
import Platform

extension Workspace {
  /// The job of this name, with its latest progress. Throws: `noSuchJob`.
  public nonisolated func job(_ id: JobID) throws(WorkspaceError) -> Job {
    guard let row = try store.read({ try $0.job(id) }) else { throw .noSuchJob(id: id.rawValue) }
    return withProgress(row.job)
  }

  /// The newest `limit` jobs in their order of making; nil means any state.
  public nonisolated func jobs(state: JobState? = nil, limit: Int = 1000) throws(WorkspaceError) -> [Job] {
    let limit = min(max(limit, 0), 10_000)
    return try store.read { try $0.jobs(state: state, limit: limit) }.map { withProgress($0.job) }
  }

  /// Waits until the job is final and answers it.
  ///
  /// Throws: `noSuchJob`; `cancelled` when the waiting task is cancelled, `closed` when the workspace is; the job goes
  /// on either way.
  public func wait(for id: JobID) async throws(WorkspaceError) -> Job {
    let events = subscribe()
    var job = try job(id)
    if job.state.isFinal { return job }
    for await event in events where event.isReset || event.changes.contains(Change(.job, id.rawValue)) {
      job = try self.job(id)
      if job.state.isFinal { return job }
    }
    throw isClosed ? .closed : .cancelled
  }

  /// Waits until the job is final, or for `patience` (nil: for ever), and answers it as it is then.
  ///
  /// Throws: as `wait(for:)`.
  public func wait(for id: JobID, atMost patience: Duration?) async throws(WorkspaceError) -> Job {
    guard let patience else { return try await wait(for: id) }
    let ended = await withTaskGroup(of: Result<Job, WorkspaceError>?.self) { group in
      group.addTask {
        do throws(WorkspaceError) { return .success(try await self.wait(for: id)) } catch { return .failure(error) }
      }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
    guard let ended else { return try job(id) }
    return try ended.get()
  }

  /// Ends a job that is not final: nothing more is heard of it, and it makes no output. A final job stays as it is.
  ///
  /// Answers the job as it is then. Throws: `noSuchJob`; `diskFull` and its like when this cannot be written down yet,
  /// and then it is as soon as it can.
  @discardableResult
  public func cancel(_ id: JobID) throws(WorkspaceError) -> Job {
    var job = try job(id)
    guard !job.state.isFinal else { return job }
    job.state = .cancelled
    job.finished = tools.clock.now
    let cancelled = job
    running[id]?.stop()
    board.end(id)
    let now = tools.clock.now
    do throws(WorkspaceError) {
      try commit { transaction in
        try transaction.update(cancelled)
        try transaction.closeUnpaid(id, now: now)
      }
    } catch {
      unsettled.append(cancelled)
      throw error
    }
    return cancelled
  }

  /// Cancels what a session has not finished; detached jobs go on.
  public func cancelJobs(ofOwner owner: JobOwner) throws(WorkspaceError) {
    guard case .session(let session) = owner else { return }
    for row in try store.read({ try $0.openJobs(session: session) }) { try cancel(row.job.id) }
  }

  /// Queues a job again that failed, was cancelled, or is ambiguous; with the last, the caller accepts that it may be
  /// paid twice.
  ///
  /// Throws: `noSuchJob`, `notRetryable` for a job that waits, runs or is done, `overBudget`.
  @discardableResult
  public func retry(_ id: JobID) throws(WorkspaceError) -> Job {
    var job = try job(id)
    switch job.state {
    case .queued, .running, .done: throw .notRetryable(job.state)
    case .failed, .cancelled, .ambiguous: break
    }
    job.requeue()
    let (queued, now) = (job, tools.clock.now)
    try commit { transaction in
      try transaction.closeUnpaid(id, now: now)
      try transaction.checkBudgets(for: try transaction.snapshot.estimate(of: id), now: now)
      try transaction.reopen(id, now: now)
      try transaction.setMayHaveSpent(false, job: id)
      try transaction.update(queued)
    }
    pump()
    return queued
  }

  /// Adds the jobs of an order, or answers the ones that an order with this key has already. `isNew` tells which.
  ///
  /// Throws: `overBudget` when the workspace's budgets do not allow them; nothing was queued.
  func enqueue(
    _ drafts: [JobDraft], key: String, owner: JobOwner, priority: JobPriority = .interactive
  ) throws(WorkspaceError) -> (jobs: [Job], isNew: Bool) {
    let now = tools.clock.now
    var rows: [NewJob] = []
    for draft in drafts {
      rows.append(
        NewJob(
          draft: draft, job: draft.job(key: key, owner: owner, priority: priority, now: now),
          request: try draft.request.json))
    }
    let newRows = rows
    let result = try commit { transaction -> (jobs: [Job], isNew: Bool) in
      let known = try transaction.snapshot.jobs(key: key)
      guard known.isEmpty else { return (known.map(\.job), false) }
      for product in drafts.compactMap(\.product) { try transaction.put(product) }
      try transaction.checkBudgets(for: drafts.reduce(PriceRange.free) { $0 + $1.estimate.price }, now: now)
      for row in newRows { try transaction.add(row, now: now) }
      return (newRows.map(\.job), true)
    }
    pump()
    return (result.jobs.map(withProgress), result.isNew)
  }

  /// The job with what is known of it while it runs.
  nonisolated func withProgress(_ job: Job) -> Job {
    guard job.state == .running, let progress = board.progress(of: job.id) else { return job }
    var job = job
    job.stage = progress.stage
    job.fraction = progress.fraction
    job.preview = progress.preview
    return job
  }

  /// Throws: `badKey` unless a key has 1 to 200 bytes.
  nonisolated func check(key: String) throws(WorkspaceError) {
    guard (1...200).contains(key.utf8.count) else { throw .badKey }
  }
}

extension Job {
  /// Back to the start; what was paid stays.
  mutating func requeue() {
    state = .queued
    stage = ""
    fraction = 0
    failure = nil
    started = nil
    finished = nil
  }
}
