/// Throws away what lies in the trash, and every file that nothing needs.
public struct TrashEmpty: RPCRequest {
  public static let method = "kraf/trash/empty"
  public static let summary = """
    Throws away for good what was put into the trash, and every file that nothing needs. A picture stays while \
    something that stays was made from it, it is accepted, a reference, or read by an open job.
    """

  /// How long things must have lain there, in days of 24 hours.
  public var olderThanDays: Int

  /// Whether it is only counted.
  public var dryRun: Bool

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(olderThanDays: Int = 0, dryRun: Bool = false, workspace: String? = nil) {
    self.olderThanDays = olderThanDays
    self.dryRun = dryRun
    self.workspace = workspace
  }

  /// What was thrown away, or would be.
  public struct Reply: JSONConvertible, Equatable {
    /// How many nodes.
    public var nodes: Int

    /// How many pictures.
    public var pictures: Int

    /// What their files, and others that nothing needs, take.
    public var byteCount: Int

    public init(nodes: Int, pictures: Int, byteCount: Int) {
      self.nodes = nodes
      self.pictures = pictures
      self.byteCount = byteCount
    }
  }
}

extension TrashEmpty {
  public init(json: JSONValue) throws(JSONMismatch) {
    olderThanDays = try json.member("olderThanDays", default: 0)
    dryRun = try json.member("dryRun", default: false)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "olderThanDays": olderThanDays == 0 ? nil : olderThanDays.json, "dryRun": dryRun ? true.json : nil,
      "workspace": workspace?.json,
    ])
  }
}

extension TrashEmpty.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    nodes = try json.member("nodes")
    pictures = try json.member("pictures")
    byteCount = try json.member("byteCount")
  }

  public var json: JSONValue {
    .record(["nodes": nodes.json, "pictures": pictures.json, "byteCount": byteCount.json])
  }
}

extension TrashEmpty {
  public static let examples = [
    RPCExample(
      params: #"{"olderThanDays": 30}"#,
      reply: #"{"nodes": 4, "pictures": 3, "byteCount": 9437184}"#),
    RPCExample(
      params: #"{"dryRun": true}"#,
      reply: #"{"nodes": 0, "pictures": 0, "byteCount": 0}"#),
  ]
}
