public import Platform

/// The name of a job: short enough to type, never used twice.
public struct JobID: Hashable, Sendable, Codable, RawRepresentable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// A fresh name of 60 random bits.
  static func random() -> JobID {
    let digits = String(UInt64.random(in: 0..<1 << 60), radix: 32)
    return JobID(rawValue: "j" + String(repeating: "0", count: 12 - digits.count) + digits)
  }
}

/// What a job does.
public enum JobKind: String, Sendable, CaseIterable { case generate, edit }

/// Where a job stands. `done`, `failed`, `cancelled` and `ambiguous` are final.
public enum JobState: String, Sendable, CaseIterable {
  case queued, running, done, failed, cancelled
  /// krafd died after a paid request was sent and before its answer came: money may have been spent. Only a person
  /// decides to run it again.
  case ambiguous

  /// Whether nothing happens any more unless someone asks for a retry.
  public var isFinal: Bool {
    switch self {
    case .queued, .running: false
    case .done, .failed, .cancelled, .ambiguous: true
    }
  }
}

/// What is worked at first.
public enum JobPriority: Int, Sendable, CaseIterable, Comparable {
  /// Many pictures that nobody waits for.
  case batch
  /// Somebody waits for it.
  case interactive
  /// Somebody looks at it while typing.
  case preview

  public static func < (left: JobPriority, right: JobPriority) -> Bool { left.rawValue < right.rawValue }
}

/// What a job needs, and so which others it runs beside.
public enum JobPool: String, Sendable, CaseIterable {
  /// This machine's processors: one job at a time, as each uses them all.
  case processor
  /// A model elsewhere: a few at a time, as they mostly wait.
  case network
}

/// Whose end also ends a job.
public enum JobOwner: Sendable, Hashable {
  /// The job is cancelled when this session ends.
  case session(String)
  /// The job goes on whoever leaves.
  case detached
}

/// One piece of work: what was asked, where it stands and what came out.
public struct Job: Sendable, Hashable {
  public var id: JobID
  /// The key of the order that it belongs to: an order sent again with the same key gives the same jobs.
  public var key: String
  /// Tells the jobs of one order apart.
  public var slot: String
  public var kind: JobKind
  /// What a list shows: `hero · studio/scene`, `upscale`.
  public var title: String
  /// The shot list that asked, relative to the root; nil for an edit of a single picture.
  public var document: String?
  /// The shot's name in that document.
  public var shot: String?
  public var state: JobState
  /// What is being done, in words for people.
  public var stage: String
  /// How much is done, 0 to 1; never falls.
  public var fraction: Double
  /// The latest preview of a running job.
  public var preview: AssetID?
  /// What came out, in order; empty unless `done`.
  public var outputs: [AssetID]
  public var warnings: [String]
  public var failure: JobFailure?
  /// What was paid, in micro-dollars; 0 for local work.
  public var costMicros: Int64
  public var created: WallTime
  public var started: WallTime?
  public var finished: WallTime?
  public var owner: JobOwner
  /// The job whose outputs these are, because it made them from the same request and inputs; nil for a job that made
  /// its own.
  public var reused: JobID?
  public var priority: JobPriority
  public var pool: JobPool
}
