/// What would be renamed.
public struct LSPRenameStart: JSONConvertible, Equatable {
  /// The name.
  public var range: LSPRange

  /// Its text.
  public var placeholder: String

  public init(range: LSPRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }
}

extension LSPRenameStart {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    placeholder = try json.member("placeholder")
  }

  public var json: JSONValue {
    .record(["range": range.json, "placeholder": placeholder.json])
  }
}

/// Says what would be renamed at a place.
public struct LSPPrepareRename: RPCRequest {
  public static let method = "textDocument/prepareRename"
  public static let summary = "Says what would be renamed at a place: a reference or a shot."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  public init(textDocument: LSPDocument, position: LSPPosition) {
    self.textDocument = textDocument
    self.position = position
  }

  public typealias Reply = LSPMaybe<LSPRenameStart>
}

extension LSPPrepareRename {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json])
  }
}

extension LSPPrepareRename {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: """
        {
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "placeholder": "front"
        }
        """),
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: #"null"#),
  ]
}

/// Gives a name another text wherever it stands.
public struct LSPRename: RPCRequest {
  public static let method = "textDocument/rename"
  public static let summary = "Gives the name at a place another text wherever it stands."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  /// The new name.
  public var newName: String

  public init(textDocument: LSPDocument, position: LSPPosition, newName: String) {
    self.textDocument = textDocument
    self.position = position
    self.newName = newName
  }

  public typealias Reply = LSPMaybe<LSPWorkspaceEdit>
}

extension LSPRename {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
    newName = try json.member("newName")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json, "newName": newName.json])
  }
}

extension LSPRename {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9},
          "newName": "side"
        }
        """,
      reply: """
        {
          "changes": {
            "file:///home/ann/shop/bottle.kraf": [
              {"range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "newText": "side"}
            ]
          }
        }
        """)
  ]
}
