/// A job that `kraf/generate` would start.
public struct PlannedJob: JSONConvertible, Equatable {
  /// The name of the shot.
  public var shot: String

  /// The id of the model.
  public var model: String

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

  /// How long it may take.
  public var secondsEstimate: Double

  public init(
    shot: String, model: String, width: Int, height: Int, count: Int, costMicrosMin: Int, costMicrosMax: Int,
    secondsEstimate: Double
  ) {
    self.shot = shot
    self.model = model
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
    width = try json.member("width")
    height = try json.member("height")
    count = try json.member("count")
    costMicrosMin = try json.member("costMicrosMin")
    costMicrosMax = try json.member("costMicrosMax")
    secondsEstimate = try json.member("secondsEstimate")
  }

  public var json: JSONValue {
    .record([
      "shot": shot.json, "model": model.json, "width": width.json, "height": height.json, "count": count.json,
      "costMicrosMin": costMicrosMin.json, "costMicrosMax": costMicrosMax.json,
      "secondsEstimate": secondsEstimate.json,
    ])
  }
}

/// Tells which jobs a shot list would start, what they cost and how long they take; no effects.
public struct KrafPlan: RPCRequest {
  public static let method = "kraf/plan"
  public static let summary = """
    Tells which jobs a shot list would start, what they cost and how long they take; no effects. Money \
    is in micro-dollars.
    """

  /// The shot list; absolute.
  public var path: String

  /// Its text, if it differs from the file's.
  public var text: String?

  /// The names of the shots; if absent, all.
  public var shots: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(path: String, text: String? = nil, shots: [String]? = nil, workspace: String? = nil) {
    self.path = path
    self.text = text
    self.shots = shots
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

    public init(jobs: [PlannedJob], costMicrosMin: Int, costMicrosMax: Int, warnings: [String]) {
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
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["path": path.json, "text": text?.json, "shots": shots?.json, "workspace": workspace?.json])
  }
}

extension KrafPlan.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    jobs = try json.member("jobs")
    costMicrosMin = try json.member("costMicrosMin")
    costMicrosMax = try json.member("costMicrosMax")
    warnings = try json.member("warnings")
  }

  public var json: JSONValue {
    .record([
      "jobs": jobs.json, "costMicrosMin": costMicrosMin.json, "costMicrosMax": costMicrosMax.json,
      "warnings": warnings.json,
    ])
  }
}

extension KrafPlan {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shots": ["hero"]}"#,
      reply: """
        {
          "jobs": [
            {
              "shot": "hero", "model": "studio", "width": 1024, "height": 1024, "count": 1,
              "costMicrosMin": 0, "costMicrosMax": 0, "secondsEstimate": 5.5
            }
          ],
          "costMicrosMin": 0, "costMicrosMax": 0, "warnings": []
        }
        """)
  ]
}
