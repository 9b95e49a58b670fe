/// What a run would do about one job.
public enum PlanAction: String, JSONConvertible, CaseIterable {
  /// Make what was never made.
  case add
  /// Make anew what was made from other inputs.
  case change
  /// Take what was made from the same inputs; costs nothing and takes no time.
  case reuse
}

/// A job that `kraf/generate` would start.
public struct PlannedJob: JSONConvertible, Equatable {
  /// The name of the shot.
  public var shot: String

  /// The id of the model.
  public var model: String

  /// The id of the style.
  public var style: String

  /// What would be done.
  public var action: PlanAction

  /// What differs from when the shot was made last, in words for people.
  public var changes: [String]

  /// In px.
  public var width: Int

  /// In px.
  public var height: Int

  /// How many pictures.
  public var count: Int

  /// The least that it can cost, in micro-dollars.
  public var costMicrosMin: Int

  /// The most that it can cost, in micro-dollars.
  public var costMicrosMax: Int

  /// How the cost comes about, in words: `2 pictures × 3 megapixels × $0.03`, or `free`.
  public var arithmetic: String

  /// How long it may take; 0 where that is not known.
  public var secondsEstimate: Double

  public init(
    shot: String, model: String, style: String, action: PlanAction = .add, changes: [String] = [], width: Int,
    height: Int, count: Int, costMicrosMin: Int, costMicrosMax: Int, arithmetic: String, secondsEstimate: Double
  ) {
    self.shot = shot
    self.model = model
    self.style = style
    self.action = action
    self.changes = changes
    self.arithmetic = arithmetic
    self.width = width
    self.height = height
    self.count = count
    self.costMicrosMin = costMicrosMin
    self.costMicrosMax = costMicrosMax
    self.secondsEstimate = secondsEstimate
  }
}

extension PlannedJob {
  public init(json: JSONValue) throws(JSONMismatch) {
    shot = try json.member("shot")
    model = try json.member("model")
    style = try json.member("style")
    action = try json.member("action")
    changes = try json.member("changes")
    arithmetic = try json.member("arithmetic")
    width = try json.member("width")
    height = try json.member("height")
    count = try json.member("count")
    costMicrosMin = try json.member("costMicrosMin")
    costMicrosMax = try json.member("costMicrosMax")
    secondsEstimate = try json.member("secondsEstimate")
  }

  public var json: JSONValue {
    .record([
      "shot": shot.json, "model": model.json, "style": style.json, "action": action.json, "changes": changes.json,
      "width": width.json, "height": height.json, "count": count.json, "costMicrosMin": costMicrosMin.json,
      "costMicrosMax": costMicrosMax.json, "arithmetic": arithmetic.json,
      "secondsEstimate": secondsEstimate.json,
    ])
  }
}

/// Tells which jobs a shot list would start, what they cost and how long they take; no effects.
public struct KrafPlan: RPCRequest {
  public static let method = "kraf/plan"
  public static let summary = """
    Tells which jobs a shot list would start or take from earlier ones, what they cost and how long they \
    take; no effects. Money is in micro-dollars.
    """

  /// The shot list; absolute.
  public var path: String

  /// Its text, if it differs from the file's.
  public var text: String?

  /// The names of the shots; if absent, all.
  public var shots: [String]?

  /// A style for all shots, instead of their own and of those that they compare.
  public var style: String?

  /// Whether everything is made anew, even what was made from the same inputs before.
  public var fresh: Bool

  /// The most that the run may cost, in micro-dollars.
  public var budgetMicros: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    path: String, text: String? = nil, shots: [String]? = nil, style: String? = nil, fresh: Bool = false,
    budgetMicros: Int? = nil, workspace: String? = nil
  ) {
    self.path = path
    self.text = text
    self.shots = shots
    self.style = style
    self.fresh = fresh
    self.budgetMicros = budgetMicros
    self.workspace = workspace
  }

  /// The plan.
  public struct Reply: JSONConvertible, Equatable {
    /// In the order of the shot list.
    public var jobs: [PlannedJob]

    /// The least that all can cost, in micro-dollars.
    public var costMicrosMin: Int

    /// The most that all can cost, in micro-dollars.
    public var costMicrosMax: Int

    /// Sentences for people.
    public var warnings: [String]

    /// The budget that the plan breaks, in words for people; `kraf/generate` would refuse it.
    public var refusal: String?

    public init(
      jobs: [PlannedJob], costMicrosMin: Int, costMicrosMax: Int, warnings: [String], refusal: String? = nil
    ) {
      self.refusal = refusal
      self.jobs = jobs
      self.costMicrosMin = costMicrosMin
      self.costMicrosMax = costMicrosMax
      self.warnings = warnings
    }
  }
}

extension KrafPlan {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    text = try json.optional("text", as: .document)
    shots = try json.optional("shots")
    style = try json.optional("style")
    fresh = try json.member("fresh", default: false)
    budgetMicros = try json.optional("budgetMicros", in: 0...Int.max)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "path": path.json, "text": text?.json, "shots": shots?.json, "style": style?.json,
      "fresh": fresh ? true.json : nil, "budgetMicros": budgetMicros?.json, "workspace": workspace?.json,
    ])
  }
}

extension KrafPlan.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    jobs = try json.member("jobs")
    costMicrosMin = try json.member("costMicrosMin")
    costMicrosMax = try json.member("costMicrosMax")
    warnings = try json.member("warnings")
    refusal = try json.optional("refusal")
  }

  public var json: JSONValue {
    .record([
      "jobs": jobs.json, "costMicrosMin": costMicrosMin.json, "costMicrosMax": costMicrosMax.json,
      "warnings": warnings.json, "refusal": refusal?.json,
    ])
  }
}

extension KrafPlan {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shots": ["hero", "detail-lid"]}"#,
      reply: """
        {
          "jobs": [
            {
              "shot": "hero", "model": "studio", "style": "hard-sun", "action": "change",
              "changes": ["style: hard-sun instead of pure-white"], "width": 1024, "height": 1024, "count": 1,
              "costMicrosMin": 0, "costMicrosMax": 0, "arithmetic": "free", "secondsEstimate": 3.5
            },
            {
              "shot": "detail-lid", "model": "studio", "style": "macro-material", "action": "reuse", "changes": [],
              "width": 1024, "height": 1024, "count": 1, "costMicrosMin": 0, "costMicrosMax": 0,
              "arithmetic": "free", "secondsEstimate": 0.0
            }
          ],
          "costMicrosMin": 0, "costMicrosMax": 0, "warnings": []
        }
        """),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "fresh": true, "budgetMicros": 0}"#,
      reply: """
        {
          "jobs": [], "costMicrosMin": 0, "costMicrosMax": 0, "warnings": [],
          "refusal": "This may cost $0.04, and of the budget for this run 0 of 0 is left; take a cheaper model"
        }
        """),
  ]
}
