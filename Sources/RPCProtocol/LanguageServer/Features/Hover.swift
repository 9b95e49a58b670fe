/// A text for people.
public struct LSPMarkup: JSONConvertible, Equatable {
  /// `markdown` or `plaintext`.
  public var kind: String

  /// The text.
  public var value: String

  public init(kind: String, value: String) {
    self.kind = kind
    self.value = value
  }
}

extension LSPMarkup {
  public init(json: JSONValue) throws(JSONMismatch) {
    kind = try json.member("kind")
    value = try json.member("value")
  }

  public var json: JSONValue {
    .record(["kind": kind.json, "value": value.json])
  }
}

/// What is known about a place.
public struct LSPHoverText: JSONConvertible, Equatable {
  /// What to show.
  public var contents: LSPMarkup

  /// What it is about.
  public var range: LSPRange?

  public init(contents: LSPMarkup, range: LSPRange? = nil) {
    self.contents = contents
    self.range = range
  }
}

extension LSPHoverText {
  public init(json: JSONValue) throws(JSONMismatch) {
    contents = try json.member("contents")
    range = try json.optional("range")
  }

  public var json: JSONValue {
    .record(["contents": contents.json, "range": range?.json])
  }
}

/// Says what is known about a place.
public struct LSPHover: RPCRequest {
  public static let method = "textDocument/hover"
  public static let summary = "Says what is known about a place: a style, a model, a reference, a whole shot."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  public init(textDocument: LSPDocument, position: LSPPosition) {
    self.textDocument = textDocument
    self.position = position
  }

  public typealias Reply = LSPMaybe<LSPHoverText>
}

extension LSPHover {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json])
  }
}

extension LSPHover {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: """
        {
          "contents": {"kind": "markdown", "value": "**Pure white**"},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
        }
        """),
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: #"null"#),
  ]
}
