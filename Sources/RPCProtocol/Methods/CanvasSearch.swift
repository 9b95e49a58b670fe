/// Finds nodes by their words.
public struct CanvasSearch: RPCRequest {
  public static let method = "kraf/canvas/search"
  public static let summary = """
    Finds nodes whose title, prompt, note, tags or shot hold every word of a query, or words that begin with it. \
    Accents and case do not count.
    """

  /// The words, up to 1,000 bytes.
  public var query: String

  /// The most nodes, up to 1,000; if absent, 50.
  public var limit: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(query: String, limit: Int? = nil, workspace: String? = nil) {
    self.query = query
    self.limit = limit
    self.workspace = workspace
  }

  /// What was found.
  public struct Reply: JSONConvertible, Equatable {
    /// The best first.
    public var nodes: [CanvasNode]

    public init(nodes: [CanvasNode]) {
      self.nodes = nodes
    }
  }
}

extension CanvasSearch {
  public init(json: JSONValue) throws(JSONMismatch) {
    query = try json.member("query")
    limit = try json.optional("limit")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["query": query.json, "limit": limit?.json, "workspace": workspace?.json])
  }
}

extension CanvasSearch.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    nodes = try json.member("nodes")
  }

  public var json: JSONValue {
    .record(["nodes": nodes.json])
  }
}

extension CanvasSearch {
  public static let examples = [
    RPCExample(
      params: #"{"query": "warm light"}"#,
      reply: #"{"nodes": []}"#)
  ]
}
