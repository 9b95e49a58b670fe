/// A part of a document with a name.
public struct LSPDocumentSymbol: JSONConvertible, Equatable {
  /// Its name.
  public var name: String

  /// What else to show.
  public var detail: String?

  /// The protocol's number for what it is.
  public var kind: Int

  /// All of it.
  public var range: LSPRange

  /// What to show when it is chosen.
  public var selectionRange: LSPRange

  /// What lies in it.
  public var children: [LSPDocumentSymbol]

  public init(
    name: String, detail: String? = nil, kind: Int, range: LSPRange, selectionRange: LSPRange,
    children: [LSPDocumentSymbol]
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

extension LSPDocumentSymbol {
  public init(json: JSONValue) throws(JSONMismatch) {
    name = try json.member("name")
    detail = try json.optional("detail")
    kind = try json.member("kind")
    range = try json.member("range")
    selectionRange = try json.member("selectionRange")
    children = try json.member("children")
  }

  public var json: JSONValue {
    .record([
      "name": name.json, "detail": detail?.json, "kind": kind.json, "range": range.json,
      "selectionRange": selectionRange.json, "children": children.json,
    ])
  }
}

/// Lists the product, its references, shots and steps.
public struct LSPDocumentSymbols: RPCRequest {
  public static let method = "textDocument/documentSymbol"
  public static let summary = "Lists the product, its references, shots and steps."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = LSPSymbolList
}

extension LSPDocumentSymbols {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDocumentSymbols {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: """
        [
          {
            "name": "hero", "detail": "pure-white", "kind": 12,
            "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}},
            "selectionRange": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "children": []
          }
        ]
        """)
  ]
}
