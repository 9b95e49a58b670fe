/// Answers when a job has ended, or when the time is over; only this request waits.
public struct JobWait: RPCRequest {
  public static let method = "kraf/job/wait"
  public static let summary = """
    Answers when a job has ended, or after `timeoutMs` with the job as it is then; only this request \
    waits.
    """

  public typealias Reply = JobDescription

  /// Its id.
  public var job: String

  /// The longest wait, in ms; if absent, as long as the job takes.
  public var timeoutMs: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(job: String, timeoutMs: Int? = nil, workspace: String? = nil) {
    self.job = job
    self.timeoutMs = timeoutMs
    self.workspace = workspace
  }
}

extension JobWait {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    timeoutMs = try json.optional("timeoutMs", in: 0...86_400_000)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["job": job.json, "timeoutMs": timeoutMs?.json, "workspace": workspace?.json])
  }
}

extension JobWait {
  public static let examples = [
    RPCExample(
      params: #"{"job": "j17", "timeoutMs": 60000}"#,
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
        """)
  ]
}
