/// Queues a job again that failed, was cancelled or is ambiguous.
public struct JobRetry: RPCRequest {
  public static let method = "kraf/job/retry"
  public static let summary = """
    Queues a job again that failed, was cancelled or is `ambiguous`. With the last, money may have been spent \
    already, and whoever asks accepts that it is spent again.
    """

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

extension JobRetry {
  public init(json: JSONValue) throws(JSONMismatch) {
    job = try json.member("job")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["job": job.json, "workspace": workspace?.json])
  }
}

extension JobRetry {
  public static let examples = [
    RPCExample(
      params: #"{"job": "j18"}"#,
      reply: """
        {
          "job": "j18", "kind": "edit", "title": "resize", "state": "queued", "stage": "", "fraction": 0.0,
          "outputs": [], "costMicros": 0, "createdAt": "2026-02-03T04:05:00Z", "elapsedMs": 0, "warnings": []
        }
        """)
  ]
}
