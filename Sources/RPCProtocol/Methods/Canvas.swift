/// A picture on the canvas.
public struct CanvasNode: JSONConvertible, Equatable {
  /// Its id.
  public var node: String

  /// What it shows.
  public var asset: String

  /// Its caption.
  public var title: String

  /// Left edge, in px of the canvas at scale 1.
  public var x: Double

  /// Top edge, in px; down is positive.
  public var y: Double

  /// In px.
  public var width: Double

  /// In px.
  public var height: Double

  public init(node: String, asset: String, title: String, x: Double, y: Double, width: Double, height: Double) {
    self.node = node
    self.asset = asset
    self.title = title
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

extension CanvasNode {
  public init(json: JSONValue) throws(JSONMismatch) {
    node = try json.member("node")
    asset = try json.member("asset", as: .assetName)
    title = try json.member("title")
    x = try json.member("x")
    y = try json.member("y")
    width = try json.member("width")
    height = try json.member("height")
  }

  public var json: JSONValue {
    .record([
      "node": node.json, "asset": asset.json, "title": title.json, "x": x.json, "y": y.json,
      "width": width.json, "height": height.json,
    ])
  }
}

/// A line from a picture to one that was made from it.
public struct CanvasEdge: JSONConvertible, Equatable {
  /// A node.
  public var from: String

  /// A node.
  public var to: String

  /// What was done.
  public var operation: String

  public init(from: String, to: String, operation: String) {
    self.from = from
    self.to = to
    self.operation = operation
  }
}

extension CanvasEdge {
  public init(json: JSONValue) throws(JSONMismatch) {
    from = try json.member("from")
    to = try json.member("to")
    operation = try json.member("operation")
  }

  public var json: JSONValue {
    .record(["from": from.json, "to": to.json, "operation": operation.json])
  }
}

/// Answers the whole canvas of a workspace.
public struct CanvasGet: RPCRequest {
  public static let method = "kraf/canvas/get"
  public static let summary = "Answers the whole canvas of a workspace."

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }

  /// The canvas at one moment.
  public struct Reply: JSONConvertible, Equatable {
    /// That moment; events after it have a higher clock.
    public var clock: Int

    /// From back to front.
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
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
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
              "node": "n1", "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "title": "hero", "x": 0.0, "y": -120.5, "width": 256.0, "height": 256.0
            }
          ],
          "edges": [{"from": "n0", "to": "n1", "operation": "render"}]
        }
        """)
  ]
}
