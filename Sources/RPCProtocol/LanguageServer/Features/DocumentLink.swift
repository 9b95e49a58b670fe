/// A text that names a file.
public struct LSPLink: JSONConvertible, Equatable {
  /// The text.
  public var range: LSPRange

  /// The file's URI.
  public var target: String

  public init(range: LSPRange, target: String) {
    self.range = range
    self.target = target
  }
}

extension LSPLink {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    target = try json.member("target")
  }

  public var json: JSONValue {
    .record(["range": range.json, "target": target.json])
  }
}

/// Lists the files that the references name.
public struct LSPDocumentLinks: RPCRequest {
  public static let method = "textDocument/documentLink"
  public static let summary = "Lists the files that the references name."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = [LSPLink]
}

extension LSPDocumentLinks {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDocumentLinks {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: """
        [
          {
            "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}},
            "target": "file:///home/ann/shop/refs/front.jpg"
          }
        ]
        """)
  ]
}
