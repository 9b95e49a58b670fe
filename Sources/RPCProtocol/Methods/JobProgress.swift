/// Tells how far a job is, at most ten times a second.
public struct JobProgress: RPCNotification {
  public static let method = "kraf/job/progress"
  public static let summary = "Tells how far a job is, at most ten times a second."

  /// Its workspace.
  public var workspace: String

  /// Its id.
  public var job: String

  /// What it does now, in words for people.
  public var stage: String

  /// How much is done, 0 to 1; never falls.
  public var fraction: Double

  /// How long it may still take, in ms.
  public var etaMs: Int?

  /// A picture that can be shown now.
  public var preview: AssetDescription?

  public init(
    workspace: String, job: String, stage: String, fraction: Double, etaMs: Int? = nil, preview: AssetDescription? = nil
  ) {
    self.workspace = workspace
    self.job = job
    self.stage = stage
    self.fraction = fraction
    self.etaMs = etaMs
    self.preview = preview
  }
}

extension JobProgress {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.member("workspace")
    job = try json.member("job")
    stage = try json.member("stage")
    fraction = try json.member("fraction", in: 0...1)
    etaMs = try json.optional("etaMs")
    preview = try json.optional("preview")
  }

  public var json: JSONValue {
    .record([
      "workspace": workspace.json, "job": job.json, "stage": stage.json, "fraction": fraction.json,
      "etaMs": etaMs?.json, "preview": preview?.json,
    ])
  }
}

extension JobProgress {
  public static let examples = [
    RPCExample(
      params: """
        {
          "workspace": "w1", "job": "j17", "stage": "tracing pass 4 of 6", "fraction": 0.62, "etaMs": 1900,
          "preview": {
            "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 1024,
            "height": 1024, "byteCount": 1830211, "kind": "preview", "createdAt": "2026-02-03T04:05:06Z"
          }
        }
        """),
    RPCExample(
      params: #"{"workspace": "w1", "job": "j17", "stage": "matting edges", "fraction": 0.1}"#),
  ]
}
