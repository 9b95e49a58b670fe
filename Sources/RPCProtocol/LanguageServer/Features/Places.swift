/// A part of a document.
public struct LSPLocation: JSONConvertible, Equatable {
  /// The document.
  public var uri: String

  /// The part.
  public var range: LSPRange

  public init(uri: String, range: LSPRange) {
    self.uri = uri
    self.range = range
  }
}

extension LSPLocation {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    range = try json.member("range")
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "range": range.json])
  }
}

/// Says where a reference is declared.
public struct LSPDefinition: RPCRequest {
  public static let method = "textDocument/definition"
  public static let summary = "Says where the reference at a place is declared."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  public init(textDocument: LSPDocument, position: LSPPosition) {
    self.textDocument = textDocument
    self.position = position
  }

  public typealias Reply = [LSPLocation]
}

extension LSPDefinition {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json])
  }
}

extension LSPDefinition {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: """
        [
          {
            "uri": "file:///home/ann/shop/bottle.kraf",
            "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}
          }
        ]
        """)
  ]
}

/// What counts as a use.
public struct LSPReferenceContext: JSONConvertible, Equatable {
  /// Whether the declaration counts too.
  public var includeDeclaration: Bool

  public init(includeDeclaration: Bool) {
    self.includeDeclaration = includeDeclaration
  }
}

extension LSPReferenceContext {
  public init(json: JSONValue) throws(JSONMismatch) {
    includeDeclaration = try json.member("includeDeclaration")
  }

  public var json: JSONValue {
    .record(["includeDeclaration": includeDeclaration.json])
  }
}

/// Lists where a name is used.
public struct LSPReferences: RPCRequest {
  public static let method = "textDocument/references"
  public static let summary = "Lists where the name at a place is used."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  /// What counts.
  public var context: LSPReferenceContext

  public init(textDocument: LSPDocument, position: LSPPosition, context: LSPReferenceContext) {
    self.textDocument = textDocument
    self.position = position
    self.context = context
  }

  public typealias Reply = [LSPLocation]
}

extension LSPReferences {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
    context = try json.member("context")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json, "context": context.json])
  }
}

extension LSPReferences {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9},
          "context": {"includeDeclaration": true}
        }
        """,
      reply: #"[]"#)
  ]
}

/// A place of the name that the cursor is on.
public struct LSPHighlight: JSONConvertible, Equatable {
  /// The place.
  public var range: LSPRange

  /// 2 where it is read, 3 where it is declared.
  public var kind: Int?

  public init(range: LSPRange, kind: Int? = nil) {
    self.range = range
    self.kind = kind
  }
}

extension LSPHighlight {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    kind = try json.optional("kind")
  }

  public var json: JSONValue {
    .record(["range": range.json, "kind": kind?.json])
  }
}

/// Lists the places of the name at a place.
public struct LSPDocumentHighlights: RPCRequest {
  public static let method = "textDocument/documentHighlight"
  public static let summary = "Lists the places of the name at a place."

  /// The document.
  public var textDocument: LSPDocument

  /// The place.
  public var position: LSPPosition

  public init(textDocument: LSPDocument, position: LSPPosition) {
    self.textDocument = textDocument
    self.position = position
  }

  public typealias Reply = [LSPHighlight]
}

extension LSPDocumentHighlights {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    position = try json.member("position")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "position": position.json])
  }
}

extension LSPDocumentHighlights {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}, "position": {"line": 4, "character": 9}
        }
        """,
      reply: """
        [{"range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}}, "kind": 2}]
        """)
  ]
}
