/// Something that may be written.
public struct LSPCompletionItem: JSONConvertible, Equatable {
  /// What a list shows.
  public var label: String

  /// The protocol's number for what it is.
  public var kind: Int?

  /// Beside the label.
  public var detail: String?

  /// More about it: a text, or an [LSPMarkup](#lspmarkup) for editors that name the formats they show.
  public var documentation: JSONValue?

  /// What the list is sorted by.
  public var sortText: String?

  /// What the typed letters are compared with.
  public var filterText: String?

  /// What choosing it does.
  public var textEdit: LSPTextEdit

  public init(
    label: String, kind: Int? = nil, detail: String? = nil, documentation: JSONValue? = nil, sortText: String? = nil,
    filterText: String? = nil, textEdit: LSPTextEdit
  ) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.documentation = documentation
    self.sortText = sortText
    self.filterText = filterText
    self.textEdit = textEdit
  }
}

extension LSPCompletionItem {
  public init(json: JSONValue) throws(JSONMismatch) {
    label = try json.member("label")
    kind = try json.optional("kind")
    detail = try json.optional("detail")
    documentation = try json.optional("documentation")
    sortText = try json.optional("sortText")
    filterText = try json.optional("filterText")
    textEdit = try json.member("textEdit")
  }

  public var json: JSONValue {
    .record([
      "label": label.json, "kind": kind?.json, "detail": detail?.json, "documentation": documentation?.json,
      "sortText": sortText?.json, "filterText": filterText?.json, "textEdit": textEdit.json,
    ])
  }
}

/// What may be written at a place.
public struct LSPCompletionList: JSONConvertible, Equatable {
  /// Whether to ask again when more is typed.
  public var isIncomplete: Bool

  /// The likeliest first.
  public var items: [LSPCompletionItem]

  public init(isIncomplete: Bool, items: [LSPCompletionItem]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }
}

extension LSPCompletionList {
  public init(json: JSONValue) throws(JSONMismatch) {
    isIncomplete = try json.member("isIncomplete")
    items = try json.member("items")
  }

  public var json: JSONValue {
    .record(["isIncomplete": isIncomplete.json, "items": items.json])
  }
}

/// Lists what may be written at a place.
public struct LSPCompletion: RPCRequest {
  public static let method = "textDocument/completion"
  public static let summary = """
    Lists what may be written at a place: keys, values, references, roles, operations, words that prompts use.
    """

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  public init(textDocument: LSPDocument, position: LSPPosition) {
    self.textDocument = textDocument
    self.position = position
  }

  public typealias Reply = LSPCompletionList
}

extension LSPCompletion {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json])
  }
}

extension LSPCompletion {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: """
        {
          "isIncomplete": false,
          "items": [
            {
              "label": "pure-white", "kind": 12, "detail": "Pure white", "sortText": "0000", "filterText": "pure-white",
              "textEdit": {"range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "newText": "pure-white"}
            }
          ]
        }
        """)
  ]
}
