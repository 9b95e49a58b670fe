/// Words behind a line that are not in the text.
public struct LSPHint: JSONConvertible, Equatable {
  /// Behind which place.
  public var position: LSPPosition

  /// The words.
  public var label: String

  /// Whether a space stands before them.
  public var paddingLeft: Bool

  public init(position: LSPPosition, label: String, paddingLeft: Bool) {
    self.position = position
    self.label = label
    self.paddingLeft = paddingLeft
  }
}

extension LSPHint {
  public init(json: JSONValue) throws(JSONMismatch) {
    position = try json.member("position")
    label = try json.member("label")
    paddingLeft = try json.member("paddingLeft")
  }

  public var json: JSONValue {
    .record(["position": position.json, "label": label.json, "paddingLeft": paddingLeft.json])
  }
}

/// Lists what is decided elsewhere for the shots of some lines.
public struct LSPInlayHints: RPCRequest {
  public static let method = "textDocument/inlayHint"
  public static let summary = """
    Lists what is decided elsewhere for the shots of some lines: size, style, seed, model.
    """

  /// The document.
  public var textDocument: LSPDocument

  /// The part of the document.
  public var range: LSPRange

  public init(textDocument: LSPDocument, range: LSPRange) {
    self.textDocument = textDocument
    self.range = range
  }

  public typealias Reply = [LSPHint]
}

extension LSPInlayHints {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    range = try json.member("range")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "range": range.json])
  }
}

extension LSPInlayHints {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
        }
        """,
      reply: #"[{"position": {"line": 4, "character": 7}, "label": "1600 × 2000", "paddingLeft": true}]"#)
  ]
}
