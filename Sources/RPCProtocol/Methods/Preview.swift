/// Follows one shot of a text with small pictures.
public struct PreviewStart: RPCRequest {
  public static let method = "kraf/preview/start"
  public static let summary = """
    Shows one shot small while it is written: at every change of the session's open text (or once, of the file, where it is \
    not open) the running picture is dropped and a new one begun, which `kraf/preview/picture` tells from rough to fine. \
    A session has one preview; a new one replaces it. Nothing is kept or spent: the studio shows the set, also of a \
    shot that another model makes; its pictures lie in a cache. A view that is not seen stops it.
    """

  /// The shot list's URI.
  public var uri: String

  /// The name of the shot; if absent, the one at `position`.
  public var shot: String?

  /// A place in the shot of an open document; used without `shot`.
  public var position: LSPPosition?

  /// The longer side of the pictures, in px; 384 if absent.
  public var px: Int

  public init(uri: String, shot: String? = nil, position: LSPPosition? = nil, px: Int = 384) {
    self.uri = uri
    self.shot = shot
    self.position = position
    self.px = px
  }

  /// What is followed now.
  public struct Reply: JSONConvertible, Equatable {
    /// Names the preview.
    public var preview: String

    /// The name of the shot.
    public var shot: String

    public init(preview: String, shot: String) {
      self.preview = preview
      self.shot = shot
    }
  }
}

extension PreviewStart {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    shot = try json.optional("shot")
    position = try json.optional("position")
    px = try json.member("px", in: 64...1024, default: 384)
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "shot": shot?.json, "position": position?.json, "px": px.json])
  }
}

extension PreviewStart.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    preview = try json.member("preview")
    shot = try json.member("shot")
  }

  public var json: JSONValue { .record(["preview": preview.json, "shot": shot.json]) }
}

extension PreviewStart {
  public static let examples = [
    RPCExample(
      params: #"{"uri": "file:///home/ann/shop/bottle.kraf", "shot": "hero", "px": 384}"#,
      reply: #"{"preview": "p1", "shot": "hero"}"#),
    RPCExample(
      params: #"{"uri": "file:///home/ann/shop/bottle.kraf", "position": {"line": 12, "character": 0}, "px": 512}"#,
      reply: #"{"preview": "p2", "shot": "lifestyle-picnic"}"#),
  ]
}

/// Ends a preview.
public struct PreviewStop: RPCRequest {
  public static let method = "kraf/preview/stop"
  public static let summary = "Ends a preview of this session; one that has ended already is no error."

  /// The preview.
  public var preview: String

  public init(preview: String) { self.preview = preview }

  /// Nothing.
  public struct Reply: JSONConvertible, Equatable {
    public init() {}
  }
}

extension PreviewStop {
  public init(json: JSONValue) throws(JSONMismatch) { preview = try json.member("preview") }

  public var json: JSONValue { .record(["preview": preview.json]) }
}

extension PreviewStop.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {}

  public var json: JSONValue { [:] }
}

extension PreviewStop {
  public static let examples = [RPCExample(params: #"{"preview": "p1"}"#, reply: "{}")]
}
