/// Gives a document its usual form.
public struct LSPFormatting: RPCRequest {
  public static let method = "textDocument/formatting"
  public static let summary = "Gives a document its usual form, and no other meaning."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = [LSPTextEdit]
}

extension LSPFormatting {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPFormatting {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: """
        [{"range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "newText": "style: pure-white"}]
        """)
  ]
}

/// Gives a part of a document its usual form.
public struct LSPRangeFormatting: RPCRequest {
  public static let method = "textDocument/rangeFormatting"
  public static let summary = "Gives a part of a document its usual form, and no other meaning."

  /// The document.
  public var textDocument: LSPDocument

  /// The part of the document.
  public var range: LSPRange

  public init(textDocument: LSPDocument, range: LSPRange) {
    self.textDocument = textDocument
    self.range = range
  }

  public typealias Reply = [LSPTextEdit]
}

extension LSPRangeFormatting {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    range = try json.member("range")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "range": range.json])
  }
}

extension LSPRangeFormatting {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
        }
        """,
      reply: #"[]"#)
  ]
}
