/// What is known of the money of one try of a job.
public enum LedgerState: String, JSONConvertible, CaseIterable {
  /// The job waits or runs.
  case open
  /// What was paid is known.
  case paid
  /// Money may have been spent, and nobody said how much: counted as the most of the estimate.
  case unknown
}

/// What one try of a job was expected to cost, and what it did.
public struct LedgerEntry: JSONConvertible, Equatable {
  /// Rises from entry to entry.
  public var number: Int

  /// The id of the job.
  public var job: String

  /// A name for people.
  public var title: String

  /// The shot list that asked, relative to the workspace's root.
  public var document: String?

  /// The shot that it makes.
  public var shot: String?

  /// The id of the model, or the operation of an edit.
  public var model: String

  /// The least that it was expected to cost, in micro-dollars.
  public var estimateMicrosMin: Int

  /// The most that it was expected to cost, in micro-dollars.
  public var estimateMicrosMax: Int

  /// How the estimate came about, in words.
  public var arithmetic: String

  /// What was paid, in micro-dollars; absent while that is not known.
  public var actualMicros: Int?

  /// What is known of it.
  public var state: LedgerState

  /// RFC 3339, UTC.
  public var createdAt: String

  /// RFC 3339, UTC; absent while the job waits or runs.
  public var closedAt: String?

  public init(
    number: Int, job: String, title: String, document: String?, shot: String?, model: String, estimateMicrosMin: Int,
    estimateMicrosMax: Int, arithmetic: String, actualMicros: Int?, state: LedgerState, createdAt: String,
    closedAt: String?
  ) {
    self.number = number
    self.job = job
    self.title = title
    self.document = document
    self.shot = shot
    self.model = model
    self.estimateMicrosMin = estimateMicrosMin
    self.estimateMicrosMax = estimateMicrosMax
    self.arithmetic = arithmetic
    self.actualMicros = actualMicros
    self.state = state
    self.createdAt = createdAt
    self.closedAt = closedAt
  }
}

extension LedgerEntry {
  public init(json: JSONValue) throws(JSONMismatch) {
    number = try json.member("number")
    job = try json.member("job")
    title = try json.member("title")
    document = try json.optional("document")
    shot = try json.optional("shot")
    model = try json.member("model")
    estimateMicrosMin = try json.member("estimateMicrosMin")
    estimateMicrosMax = try json.member("estimateMicrosMax")
    arithmetic = try json.member("arithmetic")
    actualMicros = try json.optional("actualMicros")
    state = try json.member("state")
    createdAt = try json.member("createdAt")
    closedAt = try json.optional("closedAt")
  }

  public var json: JSONValue {
    .record([
      "number": number.json, "job": job.json, "title": title.json, "document": document?.json, "shot": shot?.json,
      "model": model.json, "estimateMicrosMin": estimateMicrosMin.json, "estimateMicrosMax": estimateMicrosMax.json,
      "arithmetic": arithmetic.json, "actualMicros": actualMicros?.json, "state": state.json,
      "createdAt": createdAt.json, "closedAt": closedAt?.json,
    ])
  }
}

/// What every try of every job was expected to cost and did cost.
public struct KrafLedger: RPCRequest {
  public static let method = "kraf/ledger"
  public static let summary = """
    Answers what every try of every job was expected to cost and did cost, the oldest first; entries are never \
    deleted. Money is in micro-dollars.
    """

  /// How many of the newest entries, 1 to 100000.
  public var limit: Int

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(limit: Int = 10_000, workspace: String? = nil) {
    self.limit = limit
    self.workspace = workspace
  }

  /// The ledger.
  public struct Reply: JSONConvertible, Equatable {
    /// The oldest first.
    public var entries: [LedgerEntry]

    /// What was ever paid, and the most that what is open or unknown may have cost, in micro-dollars.
    public var usedMicros: Int

    public init(entries: [LedgerEntry], usedMicros: Int) {
      self.entries = entries
      self.usedMicros = usedMicros
    }
  }
}

extension KrafLedger {
  public init(json: JSONValue) throws(JSONMismatch) {
    limit = try json.optional("limit", in: 1...100_000) ?? 10_000
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue { .record(["limit": limit.json, "workspace": workspace?.json]) }
}

extension KrafLedger.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    entries = try json.member("entries")
    usedMicros = try json.member("usedMicros")
  }

  public var json: JSONValue { .record(["entries": entries.json, "usedMicros": usedMicros.json]) }
}

extension KrafLedger {
  public static let examples = [
    RPCExample(
      params: #"{"limit": 2}"#,
      reply: """
        {
          "entries": [
            {
              "number": 1, "job": "j17", "title": "hero · studio", "document": "bottle.kraf", "shot": "hero",
              "model": "studio", "estimateMicrosMin": 0, "estimateMicrosMax": 0, "arithmetic": "free",
              "actualMicros": 0, "state": "paid", "createdAt": "2026-02-03T04:05:00Z",
              "closedAt": "2026-02-03T04:05:05Z"
            },
            {
              "number": 2, "job": "j18", "title": "resize", "model": "resize", "estimateMicrosMin": 0,
              "estimateMicrosMax": 0, "arithmetic": "free", "state": "open", "createdAt": "2026-02-03T04:06:00Z"
            }
          ],
          "usedMicros": 0
        }
        """)
  ]
}
