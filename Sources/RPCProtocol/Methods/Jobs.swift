/// Describes one job.
public struct JobGet: RPCRequest {
  public static let method = "kraf/job/get"
  public static let summary = "Describes one job."

  public typealias Reply = JobDescription

  /// Its id.
  public var job: String

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(job: String, workspace: String? = nil) {
    self.job = job
    self.workspace = workspace
  }
}

extension JobGet {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["job": job.json, "workspace": workspace?.json])
  }
}

extension JobGet {
  public static let examples = [
    RPCExample(
      params: #"{"job": "j17"}"#,
      reply: """
        {
          "job": "j17", "kind": "generate", "title": "hero of bottle.kraf", "shot": "hero", "state": "done",
          "stage": "done", "fraction": 1.0,
          "outputs": [
            {
              "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 1024,
              "height": 1024, "byteCount": 1830211, "kind": "render", "createdAt": "2026-02-03T04:05:06Z"
            }
          ],
          "costMicros": 0, "createdAt": "2026-02-03T04:05:00Z", "elapsedMs": 5210, "warnings": []
        }
        """),
    RPCExample(
      params: #"{"job": "j18"}"#,
      reply: """
        {
          "job": "j18", "kind": "edit", "title": "cutout of front.jpg", "state": "failed",
          "stage": "reading the photo", "fraction": 0.0, "outputs": [],
          "error": {
            "reason": "damagedPicture",
            "message": "front.jpg ends in the middle of the picture; copy it again"
          },
          "costMicros": 0, "createdAt": "2026-02-03T04:05:00Z", "elapsedMs": 12,
          "warnings": ["the profile was ignored"], "notes": {"confidence": 0.4}
        }
        """),
  ]
}

/// Lists jobs, newest first.
public struct JobList: RPCRequest {
  public static let method = "kraf/job/list"
  public static let summary = """
    Lists jobs, newest first. `state` is `queued`, `running`, `done`, `failed`, `cancelled`, or \
    `ambiguous`: krafd ended while money may have been spent.
    """

  /// Only those in this state.
  public var state: JobState?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(state: JobState? = nil, workspace: String? = nil) {
    self.state = state
    self.workspace = workspace
  }

  /// The jobs.
  public struct Reply: JSONConvertible, Equatable {
    /// Newest first.
    public var jobs: [JobDescription]

    public init(jobs: [JobDescription]) {
      self.jobs = jobs
    }
  }
}

extension JobList {
  public init(json: JSONValue) throws(JSONMismatch) {
    state = try json.optional("state")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["state": state?.json, "workspace": workspace?.json])
  }
}

extension JobList.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    jobs = try json.member("jobs")
  }

  public var json: JSONValue {
    .record(["jobs": jobs.json])
  }
}

extension JobList {
  public static let examples = [
    RPCExample(
      params: #"{"state": "done"}"#,
      reply: """
        {
          "jobs": [
            {
              "job": "j17", "kind": "generate", "title": "hero of bottle.kraf", "shot": "hero",
              "state": "done", "stage": "done", "fraction": 1.0,
              "outputs": [
                {
                  "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                  "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png",
                  "width": 1024, "height": 1024, "byteCount": 1830211, "kind": "render",
                  "createdAt": "2026-02-03T04:05:06Z"
                }
              ],
              "costMicros": 0, "createdAt": "2026-02-03T04:05:00Z", "elapsedMs": 5210, "warnings": []
            }
          ]
        }
        """),
    RPCExample(
      params: #"{}"#,
      reply: #"{"jobs": []}"#),
  ]
}

/// Stops a job; one that has ended stays as it is.
public struct JobCancel: RPCRequest {
  public static let method = "kraf/job/cancel"
  public static let summary = "Stops a job; one that has ended stays as it is."

  public typealias Reply = JobDescription

  /// Its id.
  public var job: String

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(job: String, workspace: String? = nil) {
    self.job = job
    self.workspace = workspace
  }
}

extension JobCancel {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["job": job.json, "workspace": workspace?.json])
  }
}

extension JobCancel {
  public static let examples = [
    RPCExample(
      params: #"{"job": "j18"}"#,
      reply: """
        {
          "job": "j18", "kind": "edit", "title": "cutout of front.jpg", "state": "failed",
          "stage": "reading the photo", "fraction": 0.0, "outputs": [],
          "error": {
            "reason": "damagedPicture",
            "message": "front.jpg ends in the middle of the picture; copy it again"
          },
          "costMicros": 0, "createdAt": "2026-02-03T04:05:00Z", "elapsedMs": 12,
          "warnings": ["the profile was ignored"], "notes": {"confidence": 0.4}
        }
        """)
  ]
}
