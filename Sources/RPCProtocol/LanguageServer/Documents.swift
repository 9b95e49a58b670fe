/// Tells that a document was opened; from now on its text is the editor's.
public struct LSPDidOpen: RPCNotification {
  public static let method = "textDocument/didOpen"
  public static let summary = "Tells that a document was opened; from now on its text is the editor's."

  /// The document with its text.
  public var textDocument: LSPTextDocument

  public init(textDocument: LSPTextDocument) {
    self.textDocument = textDocument
  }
}

extension LSPDidOpen {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDidOpen {
  public static let examples = [
    RPCExample(
      params: #"""
        {
          "textDocument": {
            "uri": "file:///home/ann/shop/bottle.kraf", "languageId": "kraf", "version": 1,
            "text": "## hero\n"
          }
        }
        """#)
  ]
}

/// Tells how the text of a document changed.
public struct LSPDidChange: RPCNotification {
  public static let method = "textDocument/didChange"
  public static let summary = "Tells how the text of a document changed."

  /// The document after the changes.
  public var textDocument: LSPVersionedDocument

  /// To be made in this order, each to the text that the one before left.
  public var contentChanges: [LSPContentChange]

  public init(textDocument: LSPVersionedDocument, contentChanges: [LSPContentChange]) {
    self.textDocument = textDocument
    self.contentChanges = contentChanges
  }
}

extension LSPDidChange {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    contentChanges = try json.member("contentChanges")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "contentChanges": contentChanges.json])
  }
}

extension LSPDidChange {
  public static let examples = [
    RPCExample(
      params: #"""
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf", "version": 2},
          "contentChanges": [
            {
              "range": {"start": {"line": 2, "character": 7}, "end": {"line": 2, "character": 11}},
              "text": "wide"
            },
            {"text": "## hero\n"}
          ]
        }
        """#)
  ]
}

/// Tells that a document was saved.
public struct LSPDidSave: RPCNotification {
  public static let method = "textDocument/didSave"
  public static let summary = "Tells that a document was saved."

  /// The document.
  public var textDocument: LSPDocument

  /// Its text, if the editor sends it.
  public var text: String?

  public init(textDocument: LSPDocument, text: String? = nil) {
    self.textDocument = textDocument
    self.text = text
  }
}

extension LSPDidSave {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    text = try json.optional("text")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "text": text?.json])
  }
}

extension LSPDidSave {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#)
  ]
}

/// Tells that a document was closed; from now on its text is the file's.
public struct LSPDidClose: RPCNotification {
  public static let method = "textDocument/didClose"
  public static let summary = "Tells that a document was closed; from now on its text is the file's."

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }
}

extension LSPDidClose {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPDidClose {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#)
  ]
}
