/// Answers the canvas of a workspace.
public struct CanvasGet: RPCRequest {
  public static let method = "kraf/canvas/get"
  public static let summary = """
    Answers the canvas of a workspace; with `trashed`, what lies in its trash instead; with `nodes`, only these, \
    wherever they lie.
    """

  /// Whether the trash is asked for.
  public var trashed: Bool

  /// Nodes by their ids; without it all. Those that are gone are left out of the reply, and no edges come with it.
  public var nodes: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(trashed: Bool = false, nodes: [String]? = nil, workspace: String? = nil) {
    self.trashed = trashed
    self.nodes = nodes
    self.workspace = workspace
  }

  /// The canvas at one moment.
  public struct Reply: JSONConvertible, Equatable {
    /// The moment of the answer: events after it have a higher clock, and it is the `baseClock` of the next change.
    public var clock: Int

    /// The oldest first, which is from back to front.
    public var nodes: [CanvasNode]

    /// The lines between them.
    public var edges: [CanvasEdge]

    public init(clock: Int, nodes: [CanvasNode], edges: [CanvasEdge]) {
      self.clock = clock
      self.nodes = nodes
      self.edges = edges
    }
  }
}

extension CanvasGet {
  public init(json: JSONValue) throws(JSONMismatch) {
    trashed = try json.member("trashed", default: false)
    nodes = try json.optional("nodes")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["trashed": trashed ? true.json : nil, "nodes": nodes?.json, "workspace": workspace?.json])
  }
}

extension CanvasGet.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    clock = try json.member("clock")
    nodes = try json.member("nodes")
    edges = try json.member("edges")
  }

  public var json: JSONValue {
    .record(["clock": clock.json, "nodes": nodes.json, "edges": edges.json])
  }
}

extension CanvasGet {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "clock": 42,
          "nodes": [
            {
              "node": "7", "kind": "output", "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "product": "bottle.kraf", "shot": "hero", "job": "j0k1m2n3p4q5", "title": "hero · hard-sun",
              "x": 720.0, "y": 0.0, "width": 320.0, "height": 320.0, "verdict": "accepted"
            }
          ],
          "edges": [{"from": "3", "to": "7", "operation": "generate"}]
        }
        """),
    RPCExample(
      params: #"{"nodes": ["7"]}"#,
      reply: #"{"clock": 42, "nodes": [], "edges": []}"#),
    RPCExample(
      params: #"{"trashed": true}"#,
      reply: #"{"clock": 42, "nodes": [], "edges": []}"#),
  ]
}
