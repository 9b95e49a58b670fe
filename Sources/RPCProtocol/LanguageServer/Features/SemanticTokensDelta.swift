/// A change of the numbers of tokens.
public struct LSPTokensEdit: JSONConvertible, Equatable {
  /// Where it begins, in numbers.
  public var start: Int

  /// How many numbers go.
  public var deleteCount: Int

  /// The numbers that come in their place.
  public var data: [Int]

  public init(start: Int, deleteCount: Int, data: [Int]) {
    self.start = start
    self.deleteCount = deleteCount
    self.data = data
  }
}

extension LSPTokensEdit {
  public init(json: JSONValue) throws(JSONMismatch) {
    start = try json.member("start")
    deleteCount = try json.member("deleteCount")
    data = try json.member("data", default: [])
  }

  public var json: JSONValue {
    .record(["start": start.json, "deleteCount": deleteCount.json, "data": data.isEmpty ? nil : data.json])
  }
}

/// Says what changed in the tokens of a document since an earlier answer.
public struct LSPSemanticTokensDelta: RPCRequest {
  public static let method = "textDocument/semanticTokens/full/delta"
  public static let summary = """
    Says what changed in the tokens of a document since an earlier answer; all tokens, where that answer is not known any \
    more.
    """

  /// The document.
  public var textDocument: LSPDocument

  /// The earlier answer.
  public var previousResultID: String

  public init(textDocument: LSPDocument, previousResultID: String) {
    self.textDocument = textDocument
    self.previousResultID = previousResultID
  }

  /// The change, or everything.
  public struct Reply: JSONConvertible, Equatable {
    /// By which the next question may name this answer.
    public var resultID: String

    /// What changes in the numbers of the earlier answer; absent where all are told.
    public var edits: [LSPTokensEdit]?

    /// All numbers; absent where the change is told.
    public var data: [Int]?

    public init(resultID: String, edits: [LSPTokensEdit]? = nil, data: [Int]? = nil) {
      self.resultID = resultID
      self.edits = edits
      self.data = data
    }
  }
}

extension LSPSemanticTokensDelta {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    previousResultID = try json.member("previousResultId")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "previousResultId": previousResultID.json])
  }
}

extension LSPSemanticTokensDelta.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    resultID = try json.member("resultId")
    edits = try json.optional("edits")
    data = try json.optional("data")
  }

  public var json: JSONValue {
    .record(["resultId": resultID.json, "edits": edits?.json, "data": data?.json])
  }
}

extension LSPSemanticTokensDelta {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "previousResultId": "3"}"#,
      reply: #"{"resultId": "4", "edits": [{"start": 5, "deleteCount": 5, "data": [0, 7, 12, 5, 0]}]}"#),
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "previousResultId": "1"}"#,
      reply: #"{"resultId": "4", "data": [4, 0, 5, 4, 0]}"#),
  ]
}
