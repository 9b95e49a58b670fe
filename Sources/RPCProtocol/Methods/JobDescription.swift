/// Where a job is in its life.
public enum JobState: String, JSONConvertible, CaseIterable {
  case queued
  case running
  case done
  case failed
  case cancelled
  /// krafd ended while money may have been spent, and cannot tell.
  case ambiguous

  /// Whether nothing more will happen.
  public var isFinal: Bool {
    switch self {
    case .queued, .running: false
    case .done, .failed, .cancelled, .ambiguous: true
    }
  }
}

/// Why a job failed.
public struct JobFailure: JSONConvertible, Equatable {
  /// A stable word.
  public var reason: String

  /// One sentence: what happened and what to do.
  public var message: String

  public init(reason: String, message: String) {
    self.reason = reason
    self.message = message
  }
}

extension JobFailure {
  public init(json: JSONValue) throws(JSONMismatch) {
    reason = try json.member("reason")
    message = try json.member("message")
  }

  public var json: JSONValue {
    .record(["reason": reason.json, "message": message.json])
  }
}

/// A job: work that takes a while.
public struct JobDescription: JSONConvertible, Equatable {
  /// Its id.
  public var job: String

  /// Such as `generate` or `edit`.
  public var kind: String

  /// A name for people.
  public var title: String

  /// The shot that it makes.
  public var shot: String?

  /// Where it is in its life.
  public var state: JobState

  /// What it does now, in words for people.
  public var stage: String

  /// How much is done, 0 to 1; never falls.
  public var fraction: Double

  /// What it made so far, without previews.
  public var outputs: [AssetDescription]

  /// Why it failed.
  public var error: JobFailure?

  /// What it has cost, in micro-dollars.
  public var costMicros: Int

  /// RFC 3339, UTC.
  public var createdAt: String

  /// How long it has run, in ms.
  public var elapsedMs: Int

  /// Sentences for people.
  public var warnings: [String]

  /// The job whose outputs these are, made from the same inputs; absent for a job that made its own.
  public var reused: String?

  /// What the operation wants to tell machines, such as a confidence.
  public var notes: JSONObject?

  public init(
    job: String, kind: String, title: String, shot: String? = nil, state: JobState, stage: String, fraction: Double,
    outputs: [AssetDescription], error: JobFailure? = nil, costMicros: Int, createdAt: String, elapsedMs: Int,
    warnings: [String], reused: String? = nil, notes: JSONObject? = nil
  ) {
    self.reused = reused
    self.job = job
    self.kind = kind
    self.title = title
    self.shot = shot
    self.state = state
    self.stage = stage
    self.fraction = fraction
    self.outputs = outputs
    self.error = error
    self.costMicros = costMicros
    self.createdAt = createdAt
    self.elapsedMs = elapsedMs
    self.warnings = warnings
    self.notes = notes
  }
}

extension JobDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    kind = try json.member("kind")
    title = try json.member("title")
    shot = try json.optional("shot")
    state = try json.member("state")
    stage = try json.member("stage")
    fraction = try json.member("fraction", in: 0...1)
    outputs = try json.member("outputs")
    error = try json.optional("error")
    costMicros = try json.member("costMicros")
    createdAt = try json.member("createdAt")
    elapsedMs = try json.member("elapsedMs")
    warnings = try json.member("warnings")
    reused = try json.optional("reused")
    notes = try json.optional("notes")
  }

  public var json: JSONValue {
    .record([
      "job": job.json, "kind": kind.json, "title": title.json, "shot": shot?.json, "state": state.json,
      "stage": stage.json, "fraction": fraction.json, "outputs": outputs.json, "error": error?.json,
      "costMicros": costMicros.json, "createdAt": createdAt.json, "elapsedMs": elapsedMs.json,
      "warnings": warnings.json, "reused": reused?.json, "notes": notes?.json,
    ])
  }
}
