/// The issues of a document, all of them.
public struct LSPDiagnosticReport: JSONConvertible, Equatable {
  /// `full`.
  public var kind: String

  /// All of the document's.
  public var items: [LSPDiagnostic]

  public init(kind: String, items: [LSPDiagnostic]) {
    self.kind = kind
    self.items = items
  }
}

extension LSPDiagnosticReport {
  public init(json: JSONValue) throws(JSONMismatch) {
    kind = try json.member("kind")
    items = try json.member("items")
  }

  public var json: JSONValue {
    .record(["kind": kind.json, "items": items.json])
  }
}

/// Answers the issues of a document.
public struct LSPDocumentDiagnostic: RPCRequest {
  public static let method = "textDocument/diagnostic"
  public static let summary = """
    Answers the issues of a document, to editors that ask for them; those are told none unasked.
    """

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = LSPDiagnosticReport
}

extension LSPDocumentDiagnostic {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDocumentDiagnostic {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: #"{"kind": "full", "items": []}"#)
  ]
}
