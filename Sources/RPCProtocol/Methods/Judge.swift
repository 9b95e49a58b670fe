/// Remembers that a person accepts a picture.
public struct KrafAccept: RPCRequest {
  public static let method = "kraf/accept"
  public static let summary = """
    Remembers that a person accepts a picture: it then stands for its shot in coverage and export, and comparisons \
    show it. With `undo` nothing is decided any more.
    """

  /// The asset.
  public var asset: String

  /// Why, in the person's words, up to 2000 bytes.
  public var note: String?

  /// Whether the decision is taken back.
  public var undo: Bool

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(asset: String, note: String? = nil, undo: Bool = false, workspace: String? = nil) {
    self.asset = asset
    self.note = note
    self.undo = undo
    self.workspace = workspace
  }

  public typealias Reply = EmptyReply
}

extension KrafAccept {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    note = try json.optional("note")
    undo = try json.member("undo", default: false)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "asset": asset.json, "note": note?.json, "undo": undo ? true.json : nil, "workspace": workspace?.json,
    ])
  }
}

extension KrafAccept {
  public static let examples = [
    RPCExample(
      params: """
        {"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "note": "the shadow is right"}
        """,
      reply: "{}"),
    RPCExample(
      params: """
        {"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "undo": true}
        """,
      reply: "{}"),
  ]
}

/// Remembers that a person rejects a picture.
public struct KrafReject: RPCRequest {
  public static let method = "kraf/reject"
  public static let summary = """
    Remembers that a person rejects a picture: it never stands for its shot. `kraf/accept` with `undo` takes it back.
    """

  /// The asset.
  public var asset: String

  /// Why, in the person's words, up to 2000 bytes.
  public var note: String?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(asset: String, note: String? = nil, workspace: String? = nil) {
    self.asset = asset
    self.note = note
    self.workspace = workspace
  }

  public typealias Reply = EmptyReply
}

extension KrafReject {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    note = try json.optional("note")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["asset": asset.json, "note": note?.json, "workspace": workspace?.json])
  }
}

extension KrafReject {
  public static let examples = [
    RPCExample(
      params: #"{"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "note": "too dark"}"#,
      reply: "{}")
  ]
}
