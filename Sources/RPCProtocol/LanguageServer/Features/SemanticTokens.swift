/// What the parts of a text are: five numbers a token, as the protocol says.
public struct LSPTokens: JSONConvertible, Equatable {
  /// Line and character since the token before, length, kind, properties.
  public var data: [Int]

  /// By which the next question may name this answer.
  public var resultID: String?

  public init(data: [Int], resultID: String? = nil) {
    self.data = data
    self.resultID = resultID
  }
}

extension LSPTokens {
  public init(json: JSONValue) throws(JSONMismatch) {
    data = try json.member("data")
    resultID = try json.optional("resultId")
  }

  public var json: JSONValue {
    .record(["data": data.json, "resultId": resultID?.json])
  }
}

/// Says what the parts of a document are.
public struct LSPSemanticTokensFull: RPCRequest {
  public static let method = "textDocument/semanticTokens/full"
  public static let summary = "Says what the parts of a document are, for coloring."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = LSPTokens
}

extension LSPSemanticTokensFull {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPSemanticTokensFull {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: #"{"data": [4, 0, 5, 4, 0, 0, 7, 10, 5, 0], "resultId": "3"}"#)
  ]
}

/// Says what the parts of some lines are.
public struct LSPSemanticTokensRange: RPCRequest {
  public static let method = "textDocument/semanticTokens/range"
  public static let summary = "Says what the parts of some lines are, for coloring."

  /// The document.
  public var textDocument: LSPDocument

  /// The part of the document.
  public var range: LSPRange

  public init(textDocument: LSPDocument, range: LSPRange) {
    self.textDocument = textDocument
    self.range = range
  }

  public typealias Reply = LSPTokens
}

extension LSPSemanticTokensRange {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    range = try json.member("range")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "range": range.json])
  }
}

extension LSPSemanticTokensRange {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
        }
        """,
      reply: #"{"data": []}"#)
  ]
}
