import Platform

extension Workspace {
  /// Puts in order what the last process left behind, and starts to work.
  func recover() throws(WorkspaceError) {
    let left = try store.read { try $0.jobs(state: .running) }
    let now = tools.clock.now
    if !left.isEmpty {
      try commit { transaction in
        for row in left {
          var job = row.job
          if row.mayHaveSpent {
            job.end(.ambiguous, now: now)
            try transaction.close(job.id, .unknown, now: now)
          } else {
            job.requeue()
          }
          try transaction.update(job)
        }
      }
    }
    pump()
  }

  /// Starts waiting jobs, as many as may run side by side: the highest priority first, and in turn for every session.
  func pump() {
    for pool in JobPool.allCases {
      while !isClosed, running.values.count(where: { $0.pool == pool }) < pool.width {
        guard settle(), let row = nextQueued(in: pool), start(row) else { break }
      }
    }
  }

  private func nextQueued(in pool: JobPool) -> JobRow? {
    guard let heads = try? store.read({ try $0.queueHeads(in: pool) }), let head = turns.choose(among: heads) else {
      return nil
    }
    return (try? store.read { try $0.job(at: head) }) ?? nil
  }

  /// Answers whether the job runs.
  private func start(_ row: JobRow) -> Bool {
    var job = row.job
    job.state = .running
    job.started = tools.clock.now
    let started = job
    guard (try? commit { try $0.update(started) }) != nil else {
      pumpLater()
      return false
    }
    board.begin(job.id, stage: "starting")
    let context = JobContext(id: job.id, flag: CancelFlag(), board: board)
    let executor = job.pool == .network ? networkWork : jobWork
    let task = Task(executorPreference: executor) { await self.run(row, as: started, in: context) }
    running[job.id] = RunningJob(pool: job.pool, flag: context.flag, task: task)
    return true
  }

  /// One job from its start to its end, on the queue of jobs.
  private nonisolated func run(_ row: JobRow, as job: Job, in context: JobContext) async {
    do throws(WorkspaceError) {
      let result: JobResult
      switch try JobRequest(json: row.request, database: layout.database) {
      case .generate(let work):
        if let twin = try twin(of: row) { return await finish(job, taking: twin, for: work) }
        result = try await generate(work, in: context)
      case .edit(let work): result = try edit(work, in: context)
      }
      try context.checkCancelled()
      await finish(job, with: result)
    } catch {
      await finish(job, failing: error)
    }
  }

  /// The job that made the same while this one waited: nothing is made twice.
  private nonisolated func twin(of row: JobRow) throws(WorkspaceError) -> Job? {
    guard !row.isFresh, let fingerprint = row.fingerprint,
      let made = try store.read({ try $0.made(from: fingerprint) })?.job, hasAllOutputs(made)
    else { return nil }
    return made
  }

  private func finish(_ job: Job, taking twin: Job, for work: ShotWork) {
    var taken = job
    taken.take(twin, now: tools.clock.now)
    taken.started = job.started
    let done = taken
    do throws(WorkspaceError) {
      try commit { transaction in
        guard try transaction.snapshot.job(done.id)?.job.state == .running else { return }
        try transaction.close(done.id, .paid(0), now: done.finished ?? done.created)
        try transaction.place(outputsOf: done, for: work)
        try transaction.take(done)
      }
      leave(done.id)
    } catch {
      finish(job, failing: error)
    }
  }

  private func finish(_ job: Job, with result: JobResult) {
    var job = job
    job.end(.done, now: tools.clock.now)
    job.stage = "done"
    job.fraction = 1
    job.outputs = result.outputs
    job.warnings += result.warnings.filter { !job.warnings.contains($0) }
    job.costMicros += result.costMicros
    let done = job
    do throws(WorkspaceError) {
      try commit { transaction in
        guard try transaction.snapshot.job(done.id)?.job.state == .running else { return }
        try transaction.add(result, of: done)
      }
      objects.fresh.settle(result.assets.map(\.id))
      leave(done.id)
    } catch {
      finish(job, failing: error)
    }
  }

  private func finish(_ job: Job, failing error: WorkspaceError) {
    var job = job
    job.outputs = []
    // A cancelled job was written down by who cancelled it; one that a closing interrupts is queued again later.
    if isClosed || running[job.id]?.flag.isRaised == true { return leave(job.id) }
    job.stage = board.progress(of: job.id)?.stage ?? ""
    job.fraction = board.progress(of: job.id)?.fraction ?? 0
    job.failure = JobFailure(error)
    job.end(.failed, now: tools.clock.now)
    unsettled.append(job)
    leave(job.id)
  }

  /// Ends the runner's work at a job and begins the next.
  private func leave(_ id: JobID) {
    board.end(id)
    running[id] = nil
    pump()
  }

  /// Writes down the ends of jobs that could not be written when they came; a full disk is why. True when none is
  /// left.
  private func settle() -> Bool {
    let now = tools.clock.now
    while let job = unsettled.first {
      let written: Void? = try? commit { transaction in
        guard try transaction.snapshot.job(job.id)?.job.state.isFinal == false else { return }
        if job.failure?.mayHaveSpent == true {
          try transaction.closeUnpaid(job.id, now: now)
        } else {
          try transaction.close(job.id, .paid(0), now: now)
        }
        try transaction.setMayHaveSpent(false, job: job.id)
        try transaction.update(job)
      }
      guard written != nil else {
        pumpLater()
        return false
      }
      unsettled.removeFirst()
    }
    return true
  }

  /// Tries again in a while: the disk may have room then.
  private func pumpLater() {
    guard !isWaiting else { return }
    isWaiting = true
    Task { [weak self, clock = tools.retryClock] in
      try? await clock.sleep(for: .seconds(2))
      await self?.pumpAgain()
    }
  }

  private func pumpAgain() {
    isWaiting = false
    pump()
  }
}

extension Transaction {
  /// Everything that a job made, and that it is done.
  fileprivate mutating func add(_ result: JobResult, of job: Job) throws {
    for asset in result.assets { try add(asset) }
    for edge in result.edges { try add(edge) }
    for picture in result.placings { try place(picture) }
    try setMayHaveSpent(false, job: job.id)
    try close(job.id, .paid(job.costMicros), now: job.finished ?? job.created)
    try update(job)
  }
}

extension Job {
  fileprivate mutating func end(_ state: JobState, now: WallTime) {
    self.state = state
    finished = now
  }
}
