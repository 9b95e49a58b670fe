import GRDB
import Platform

/// A job as the database holds it: what everyone may see, and what the runner needs besides.
struct JobRow: Sendable {
  var job: Job
  /// The request as JSON: enough to run the job after a restart.
  var request: String
  /// Whether a paid request was sent whose answer has not been recorded.
  var mayHaveSpent: Bool
  /// What it is made of, as JSON, and the digest of that and of the request; nil for work that is never taken again.
  var inputs: String?
  var fingerprint: String?
  /// Whether it is made anew whatever was made before.
  var isFresh: Bool
}

extension Snapshot {
  /// The job of this name.
  func job(_ id: JobID) throws -> JobRow? {
    try jobs("id = ?", [id.rawValue]).first
  }

  /// The jobs of an order, in the order of their making; empty for a key not seen before.
  func jobs(key: String) throws -> [JobRow] { try jobs("key = ?", [key]) }

  /// Of every session, and of every order without one, the oldest job that waits among those of the highest priority.
  func queueHeads(in pool: JobPool) throws -> [QueueHead] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT coalesce(session, key) AS lane, min(number) AS number FROM jobs
        WHERE state = 'queued' AND pool = ?1
          AND priority = (SELECT max(priority) FROM jobs WHERE state = 'queued' AND pool = ?1)
        GROUP BY lane
        """,
      arguments: [pool.rawValue]
    ).map { QueueHead(lane: $0["lane"], number: $0["number"]) }
  }

  /// The job at the head of a lane.
  func job(at head: QueueHead) throws -> JobRow? { try jobs("number = ?", [head.number]).first }

  /// The newest job that made pictures from the same request and inputs, and did not take them from another job.
  func made(from fingerprint: String) throws -> JobRow? {
    try jobs("fingerprint = ? AND state = 'done' AND reused IS NULL", [fingerprint], limit: 1).first
  }

  /// The newest finished job for a shot of a shot list; of one variant of it where `slot` says which.
  func latest(document: String, shot: String, slot: String?) throws -> JobRow? {
    try jobs(
      "document = ?1 AND shot = ?2 AND state = 'done' AND (?3 IS NULL OR slot = ?3)", [document, shot, slot], limit: 1
    ).first
  }

  /// All finished jobs for a shot of a shot list, the newest last.
  func finished(document: String, shot: String) throws -> [JobRow] {
    try jobs("document = ? AND shot = ? AND state = 'done'", [document, shot])
  }

  /// The newest `limit` jobs in their order of making; nil means any state, and -1 no limit.
  func jobs(state: JobState?, limit: Int = -1) throws -> [JobRow] {
    guard let state else { return try jobs("1", [], limit: limit) }
    return try jobs("state = ?", [state.rawValue], limit: limit)
  }

  /// Jobs of a session that are not final.
  func openJobs(session: String) throws -> [JobRow] {
    try jobs("session = ? AND state IN ('queued', 'running')", [session])
  }

  private func jobs(_ condition: String, _ arguments: StatementArguments, limit: Int = -1) throws -> [JobRow] {
    let newest = "SELECT * FROM jobs WHERE \(condition) ORDER BY number DESC LIMIT \(limit)"
    return try Row.fetchAll(database.cachedStatement(sql: newest), arguments: arguments).reversed().map { row in
      var found = try JobRow(row)
      found.job.outputs = try outputs(of: found.job.id)
      return found
    }
  }

  private func outputs(of id: JobID) throws -> [AssetID] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT asset FROM jobOutputs JOIN assets ON assets.id = asset
          WHERE job = ? AND removed IS NULL ORDER BY place
          """),
      arguments: [id.rawValue]
    ).map { try AssetID($0, column: "asset") }
  }
}

extension Transaction {
  /// Adds a job.
  mutating func add(_ new: NewJob) throws {
    let (job, draft) = (new.job, new.draft)
    try database.execute(
      sql: """
        INSERT INTO jobs (id, key, slot, kind, title, document, shot, request, state, stage, fraction, warnings,
          created, started, finished, session, fingerprint, inputs, listed, fresh, reused, priority, pool)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        job.id.rawValue, job.key, job.slot, job.kind.rawValue, job.title, job.document, job.shot, new.request,
        job.state.rawValue, job.stage, job.fraction, lines(job.warnings), job.created.millisecondsSince1970,
        job.started?.millisecondsSince1970, job.finished?.millisecondsSince1970, job.owner.session,
        draft.fingerprint?.digest, try draft.fingerprint.map { try encoded($0.inputs) }, draft.listed, draft.isFresh,
        job.reused?.rawValue,
        job.priority.rawValue, job.pool.rawValue,
      ])
    try setOutputs(of: job)
    note(Change(.job, job.id.rawValue))
  }

  /// Writes down where a job stands. Outputs are added where there are none yet.
  mutating func update(_ job: Job) throws {
    try database.execute(
      sql: """
        UPDATE jobs SET state = ?, stage = ?, fraction = ?, warnings = ?, failureReason = ?, failureDetail = ?,
          costMicros = ?, started = ?, finished = ?, session = ? WHERE id = ?
        """,
      arguments: [
        job.state.rawValue, job.stage, job.fraction, lines(job.warnings), job.failure?.reason, job.failure?.detail,
        job.costMicros, job.started?.millisecondsSince1970, job.finished?.millisecondsSince1970, job.owner.session,
        job.id.rawValue,
      ])
    try setOutputs(of: job)
    note(Change(.job, job.id.rawValue))
  }

  /// Writes down that a job took what another one made.
  mutating func take(_ job: Job) throws {
    try database.execute(
      sql: "UPDATE jobs SET reused = ? WHERE id = ?", arguments: [job.reused?.rawValue, job.id.rawValue])
    try update(job)
  }

  private func setOutputs(of job: Job) throws {
    for (place, asset) in job.outputs.enumerated() {
      try database.execute(
        sql: "INSERT INTO jobOutputs (job, place, asset) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        arguments: [job.id.rawValue, place, asset.hex])
    }
  }

  /// Writes down that a paid request is about to be sent, or that its answer was recorded.
  func setMayHaveSpent(_ mayHaveSpent: Bool, job: JobID) throws {
    try database.execute(
      sql: "UPDATE jobs SET mayHaveSpent = ? WHERE id = ?", arguments: [mayHaveSpent, job.rawValue])
  }
}

extension JobOwner {
  /// What the database holds: the session, or nothing for a detached job.
  fileprivate var session: String? {
    switch self {
    case .session(let id): id
    case .detached: nil
    }
  }
}

extension JobRow {
  fileprivate init(_ row: Row) throws {
    let reason: String? = row["failureReason"]
    job = Job(
      id: JobID(rawValue: row["id"]), key: row["key"], slot: row["slot"], kind: try row.word("kind"),
      title: row["title"], document: row["document"], shot: row["shot"], state: try row.word("state"),
      stage: row["stage"], fraction: row["fraction"], preview: nil, outputs: [], warnings: sentences(row["warnings"]),
      failure: reason.map { JobFailure(reason: $0, detail: row["failureDetail"] ?? "") }, costMicros: row["costMicros"],
      created: WallTime(millisecondsSince1970: row["created"]),
      started: (row["started"] as Int64?).map(WallTime.init(millisecondsSince1970:)),
      finished: (row["finished"] as Int64?).map(WallTime.init(millisecondsSince1970:)),
      owner: (row["session"] as String?).map(JobOwner.session) ?? .detached,
      reused: (row["reused"] as String?).map(JobID.init(rawValue:)),
      priority: JobPriority(rawValue: row["priority"]) ?? .interactive, pool: try row.word("pool"))
    request = row["request"]
    mayHaveSpent = row["mayHaveSpent"]
    inputs = row["inputs"]
    fingerprint = row["fingerprint"]
    isFresh = row["fresh"]
  }
}
