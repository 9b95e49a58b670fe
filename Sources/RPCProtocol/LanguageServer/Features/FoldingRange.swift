/// Lines that can be hidden.
public struct LSPFold: JSONConvertible, Equatable {
  /// The line that stays.
  public var startLine: Int

  /// The last line that is hidden.
  public var endLine: Int

  /// `comment` or `region`.
  public var kind: String?

  public init(startLine: Int, endLine: Int, kind: String? = nil) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
  }
}

extension LSPFold {
  public init(json: JSONValue) throws(JSONMismatch) {
    startLine = try json.member("startLine")
    endLine = try json.member("endLine")
    kind = try json.optional("kind")
  }

  public var json: JSONValue {
    .record(["startLine": startLine.json, "endLine": endLine.json, "kind": kind?.json])
  }
}

/// Lists the lines that can be hidden.
public struct LSPFoldingRanges: RPCRequest {
  public static let method = "textDocument/foldingRange"
  public static let summary = "Lists the lines that can be hidden."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = [LSPFold]
}

extension LSPFoldingRanges {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPFoldingRanges {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: #"[{"startLine": 4, "endLine": 9, "kind": "region"}]"#)
  ]
}
