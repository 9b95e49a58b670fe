/// Who keeps a job alive.
public enum JobOwner: String, JSONConvertible, CaseIterable {
  /// The job ends with the session that started it.
  case session
  /// The job goes on without anybody, and is found again by `kraf/job/list`.
  case detached
}

/// What is worked at first.
public enum JobPriority: String, JSONConvertible, CaseIterable {
  /// Many pictures that nobody waits for.
  case batch
  /// Somebody waits for it.
  case interactive
  /// Somebody looks at it while typing.
  case preview
}

/// What moves in a clip; the product does not.
public enum ClipKind: String, JSONConvertible, CaseIterable {
  /// The camera comes a little closer and goes back.
  case pushIn = "push-in"
  /// The lamps go around the product.
  case lightSweep = "light-sweep"
  /// The shadow on the set moves.
  case goboDrift = "gobo-drift"
  /// The set moves behind the product.
  case parallax
}

/// A job and the shot that it makes.
public struct StartedJob: JSONConvertible, Equatable {
  /// Its id.
  public var job: String

  /// The name of the shot.
  public var shot: String

  /// The style or model that tells it from the others, where the shot compares several.
  public var variant: String?

  public init(job: String, shot: String, variant: String? = nil) {
    self.job = job
    self.shot = shot
    self.variant = variant
  }
}

extension StartedJob {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    shot = try json.member("shot")
    variant = try json.optional("variant")
  }

  public var json: JSONValue {
    .record(["job": job.json, "shot": shot.json, "variant": variant?.json])
  }
}

/// Starts the jobs of a shot list and answers at once.
public struct KrafGenerate: RPCRequest {
  public static let method = "kraf/generate"
  public static let summary = """
    Starts the jobs of a shot list and answers at once. `key` is chosen by the client: the same key \
    gives the same jobs, so that a resend is harmless. `owner` is `session` (the default: jobs end with \
    the session) or `detached`. Without `shots` all are made. A shot that was made from the same inputs \
    before is not made again: its job is done at once. Work that breaks a budget is refused as `overBudget`.
    """

  /// The shot list; absolute.
  public var path: String

  /// Its text, if it differs from the file's.
  public var text: String?

  /// The names of the shots; if absent, all.
  public var shots: [String]?

  /// A style for all shots, instead of their own and of those that they compare.
  public var style: String?

  /// What moves in a clip of three seconds that is made beside each picture; without it no clip is made.
  public var motion: ClipKind?

  /// Chosen by the client: the same key gives the same jobs, so that a resend is harmless.
  public var key: String

  /// Who keeps the job alive.
  public var owner: JobOwner

  /// Instead of the shot list's, in px.
  public var width: Int?

  /// Instead of the shot list's, in px.
  public var height: Int?

  /// Samples a pixel, instead of the style's.
  public var samples: Int?

  /// Whether everything is made anew, even what was made from the same inputs before.
  public var fresh: Bool

  /// The most that the jobs may cost together, in micro-dollars.
  public var budgetMicros: Int?

  /// What is worked at first.
  public var priority: JobPriority

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    path: String, text: String? = nil, shots: [String]? = nil, style: String? = nil, motion: ClipKind? = nil,
    key: String, owner: JobOwner = .session, width: Int? = nil, height: Int? = nil, samples: Int? = nil,
    fresh: Bool = false, budgetMicros: Int? = nil, priority: JobPriority = .interactive, workspace: String? = nil
  ) {
    self.fresh = fresh
    self.budgetMicros = budgetMicros
    self.priority = priority
    self.path = path
    self.text = text
    self.shots = shots
    self.style = style
    self.motion = motion
    self.key = key
    self.owner = owner
    self.width = width
    self.height = height
    self.samples = samples
    self.workspace = workspace
  }

  /// The jobs, which run from now on.
  public struct Reply: JSONConvertible, Equatable {
    /// In the order of the shot list.
    public var jobs: [StartedJob]

    /// Sentences for people.
    public var warnings: [String]

    public init(jobs: [StartedJob], warnings: [String]) {
      self.jobs = jobs
      self.warnings = warnings
    }
  }
}

extension KrafGenerate {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    text = try json.optional("text", as: .document)
    shots = try json.optional("shots")
    style = try json.optional("style")
    motion = try json.optional("motion")
    key = try json.member("key", as: .key)
    owner = try json.member("owner", default: .session)
    width = try json.optional("width", in: 1...16_384)
    height = try json.optional("height", in: 1...16_384)
    samples = try json.optional("samples", in: 1...65_536)
    fresh = try json.member("fresh", default: false)
    budgetMicros = try json.optional("budgetMicros", in: 0...Int.max)
    priority = try json.member("priority", default: .interactive)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "path": path.json, "text": text?.json, "shots": shots?.json, "style": style?.json, "motion": motion?.json,
      "key": key.json, "owner": owner.json,
      "width": width?.json, "height": height?.json, "samples": samples?.json,
      "fresh": fresh ? true.json : nil, "budgetMicros": budgetMicros?.json,
      "priority": priority == .interactive ? nil : priority.json, "workspace": workspace?.json,
    ])
  }
}

extension KrafGenerate.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    jobs = try json.member("jobs")
    warnings = try json.member("warnings")
  }

  public var json: JSONValue {
    .record(["jobs": jobs.json, "warnings": warnings.json])
  }
}

extension KrafGenerate {
  public static let examples = [
    RPCExample(
      params: """
        {
          "path": "/home/ann/shop/bottle.kraf", "shots": ["hero"], "style": "hard-sun", "key": "order-8812",
          "owner": "detached", "width": 1024, "height": 1024, "samples": 64, "fresh": true,
          "budgetMicros": 500000, "priority": "batch"
        }
        """,
      reply: #"{"jobs": [{"job": "j17", "shot": "hero", "variant": "hard-sun"}], "warnings": []}"#),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "key": "order-8813"}"#,
      reply: #"{"jobs": [], "warnings": ["the shot list has no shots"]}"#),
  ]
}
