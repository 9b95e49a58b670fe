/// Takes back what this session did last to the canvas.
public struct CanvasUndo: RPCRequest {
  public static let method = "kraf/canvas/undo"
  public static let summary = """
    Takes back what this session did last to the canvas, up to 200 steps. When somebody else changed the same \
    thing since, the error is `contentModified`, and the next call takes back the step before.
    """

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }

  public typealias Reply = CanvasOutcome
}

extension CanvasUndo {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
  }
}

extension CanvasUndo {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"{"clock": 45, "added": [], "nodes": []}"#)
  ]
}

/// Does again what this session took back last.
public struct CanvasRedo: RPCRequest {
  public static let method = "kraf/canvas/redo"
  public static let summary = "Does again what this session took back last."

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }

  public typealias Reply = CanvasOutcome
}

extension CanvasRedo {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
  }
}

extension CanvasRedo {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"{"clock": 46, "added": [], "nodes": []}"#)
  ]
}
