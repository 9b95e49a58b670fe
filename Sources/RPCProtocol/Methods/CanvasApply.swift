/// What a change of the canvas does.
public enum CanvasAction: String, JSONConvertible, CaseIterable {
  /// Adds a note, a group around nodes, or a picture as a reference.
  case add
  /// Replaces what is given of a node. A group takes what lies in it along when it moves.
  case set
  /// Takes a node off the canvas; a group's nodes stay. Nothing is deleted.
  case trash
  /// Puts a node back where it was.
  case restore
  /// Puts nodes in order: products below each other, their references beside them, a row for every prompt, edits below
  /// what they were made of. Nodes in groups stay where they are, a note stays beside what is nearest.
  case arrange
}

/// One change of the canvas.
public struct CanvasChange: JSONConvertible, Equatable {
  /// What to do.
  public var action: CanvasAction

  /// The node, for `set`, `trash` and `restore`.
  public var node: String?

  /// `note`, `group` or `reference`, for `add`.
  public var kind: CanvasNodeKind?

  /// The picture of a new reference.
  public var asset: String?

  /// What a new group is put around, or what to arrange; without it everything is arranged.
  public var nodes: [String]?

  /// A caption of one line, up to 500 bytes.
  public var title: String?

  /// The words of a note, up to 20,000 bytes.
  public var text: String?

  /// Words to find it by: up to 32, each of 1 to 64 bytes.
  public var tags: [String]?

  /// Left edge, in px; a new node without a place gets a free one.
  public var x: Double?

  /// Top edge, in px.
  public var y: Double?

  /// In px, 16 to 100,000.
  public var width: Double?

  /// In px, 16 to 100,000.
  public var height: Double?

  /// The group to lie in; an empty text takes it out of its group.
  public var group: String?

  public init(
    action: CanvasAction, node: String? = nil, kind: CanvasNodeKind? = nil, asset: String? = nil,
    nodes: [String]? = nil, title: String? = nil, text: String? = nil, tags: [String]? = nil, x: Double? = nil,
    y: Double? = nil, width: Double? = nil, height: Double? = nil, group: String? = nil
  ) {
    self.action = action
    self.node = node
    self.kind = kind
    self.asset = asset
    self.nodes = nodes
    self.title = title
    self.text = text
    self.tags = tags
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.group = group
  }
}

extension CanvasChange {
  public init(json: JSONValue) throws(JSONMismatch) {
    action = try json.member("action")
    node = try json.optional("node")
    kind = try json.optional("kind")
    asset = try json.optional("asset", as: .assetName)
    nodes = try json.optional("nodes")
    title = try json.optional("title")
    text = try json.optional("text")
    tags = try json.optional("tags")
    x = try json.optional("x")
    y = try json.optional("y")
    width = try json.optional("width")
    height = try json.optional("height")
    group = try json.optional("group")
  }

  public var json: JSONValue {
    .record([
      "action": action.json, "node": node?.json, "kind": kind?.json, "asset": asset?.json, "nodes": nodes?.json,
      "title": title?.json, "text": text?.json, "tags": tags?.json, "x": x?.json, "y": y?.json, "width": width?.json,
      "height": height?.json, "group": group?.json,
    ])
  }
}

/// What a change of the canvas came to.
public struct CanvasOutcome: JSONConvertible, Equatable {
  /// The clock of the change: the `baseClock` of the next one.
  public var clock: Int

  /// The new nodes, in the order of the changes that added them.
  public var added: [String]

  /// Every node that is different now.
  public var nodes: [CanvasNode]

  public init(clock: Int, added: [String], nodes: [CanvasNode]) {
    self.clock = clock
    self.added = added
    self.nodes = nodes
  }
}

extension CanvasOutcome {
  public init(json: JSONValue) throws(JSONMismatch) {
    clock = try json.member("clock")
    added = try json.member("added")
    nodes = try json.member("nodes")
  }

  public var json: JSONValue {
    .record(["clock": clock.json, "added": added.json, "nodes": nodes.json])
  }
}

/// Makes changes of the canvas, all or none.
public struct CanvasApply: RPCRequest {
  public static let method = "kraf/canvas/apply"
  public static let summary = """
    Makes changes of the canvas, all or none, as one step that can be taken back. When a node that is changed \
    was changed by somebody else after `baseClock`, the error is `contentModified` (-32801); its data has the \
    `nodes` as they are now, and their `clock`.
    """

  /// The clock of the canvas that the client saw.
  public var baseClock: Int

  /// Up to 1,000, made in this order.
  public var changes: [CanvasChange]

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(baseClock: Int, changes: [CanvasChange], workspace: String? = nil) {
    self.baseClock = baseClock
    self.changes = changes
    self.workspace = workspace
  }

  public typealias Reply = CanvasOutcome
}

extension CanvasApply {
  public init(json: JSONValue) throws(JSONMismatch) {
    baseClock = try json.member("baseClock")
    changes = try json.member("changes")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["baseClock": baseClock.json, "changes": changes.json, "workspace": workspace?.json])
  }
}

extension CanvasApply {
  public static let examples = [
    RPCExample(
      params: """
        {
          "baseClock": 42,
          "changes": [{"action": "add", "kind": "note", "text": "ask for a warmer light", "tags": ["todo"]}]
        }
        """,
      reply: """
        {
          "clock": 43, "added": ["9"],
          "nodes": [
            {
              "node": "9", "kind": "note", "title": "", "text": "ask for a warmer light", "tags": ["todo"],
              "x": 0.0, "y": 400.0, "width": 240.0, "height": 160.0
            }
          ]
        }
        """),
    RPCExample(
      params: """
        {
          "baseClock": 43,
          "changes": [
            {"action": "set", "node": "9", "x": 40.0, "y": 400.0}, {"action": "trash", "node": "7"}, {"action": "arrange"}
          ]
        }
        """,
      reply: #"{"clock": 44, "added": [], "nodes": []}"#),
  ]
}
