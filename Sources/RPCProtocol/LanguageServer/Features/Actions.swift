/// A command that an editor can start.
public struct LSPCommand: JSONConvertible, Equatable {
  /// What people read.
  public var title: String

  /// Its name.
  public var command: String

  /// What it gets.
  public var arguments: [JSONValue]?

  public init(title: String, command: String, arguments: [JSONValue]? = nil) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }
}

extension LSPCommand {
  public init(json: JSONValue) throws(JSONMismatch) {
    title = try json.member("title")
    command = try json.member("command")
    arguments = try json.optional("arguments")
  }

  public var json: JSONValue {
    .record(["title": title.json, "command": command.json, "arguments": arguments?.json])
  }
}

/// A command that an editor shows above a line.
public struct LSPCodeLensItem: JSONConvertible, Equatable {
  /// The line.
  public var range: LSPRange

  /// The command.
  public var command: LSPCommand

  public init(range: LSPRange, command: LSPCommand) {
    self.range = range
    self.command = command
  }
}

extension LSPCodeLensItem {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    command = try json.member("command")
  }

  public var json: JSONValue {
    .record(["range": range.json, "command": command.json])
  }
}

/// Lists what can be done with each shot.
public struct LSPCodeLens: RPCRequest {
  public static let method = "textDocument/codeLens"
  public static let summary = """
    Lists what can be done with each shot. Every one is also a code action and a command.
    """

  /// The document.
  public var textDocument: LSPDocument

  public init(textDocument: LSPDocument) {
    self.textDocument = textDocument
  }

  public typealias Reply = [LSPCodeLensItem]
}

extension LSPCodeLens {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json])
  }
}

extension LSPCodeLens {
  public static let examples = [
    RPCExample(
      params: #"{"textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"}}"#,
      reply: """
        [
          {
            "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}},
            "command": {"title": "Generate · 1 picture · free", "command": "kraf.generate", "arguments": []}
          }
        ]
        """)
  ]
}

/// What an editor knows of a place.
public struct LSPActionContext: JSONConvertible, Equatable {
  /// Those that it shows there.
  public var diagnostics: [LSPDiagnostic]

  /// The kinds that it wants; if absent, all.
  public var only: [String]?

  public init(diagnostics: [LSPDiagnostic], only: [String]? = nil) {
    self.diagnostics = diagnostics
    self.only = only
  }
}

extension LSPActionContext {
  public init(json: JSONValue) throws(JSONMismatch) {
    diagnostics = try json.member("diagnostics")
    only = try json.optional("only")
  }

  public var json: JSONValue {
    .record(["diagnostics": diagnostics.json, "only": only?.json])
  }
}

/// Something that can be done at a place.
public struct LSPAction: JSONConvertible, Equatable {
  /// What people read.
  public var title: String

  /// `quickfix`, `refactor.rewrite` or `source.kraf`, perhaps with more words.
  public var kind: String?

  /// What it mends.
  public var diagnostics: [LSPDiagnostic]?

  /// Whether it is the obvious one.
  public var isPreferred: Bool?

  /// The change that it makes.
  public var edit: LSPWorkspaceEdit?

  /// The command that it starts.
  public var command: LSPCommand?

  public init(
    title: String, kind: String? = nil, diagnostics: [LSPDiagnostic]? = nil, isPreferred: Bool? = nil,
    edit: LSPWorkspaceEdit? = nil, command: LSPCommand? = nil
  ) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.edit = edit
    self.command = command
  }
}

extension LSPAction {
  public init(json: JSONValue) throws(JSONMismatch) {
    title = try json.member("title")
    kind = try json.optional("kind")
    diagnostics = try json.optional("diagnostics")
    isPreferred = try json.optional("isPreferred")
    edit = try json.optional("edit")
    command = try json.optional("command")
  }

  public var json: JSONValue {
    .record([
      "title": title.json, "kind": kind?.json, "diagnostics": diagnostics?.json, "isPreferred": isPreferred?.json,
      "edit": edit?.json, "command": command?.json,
    ])
  }
}

/// Lists what can be done at a place.
public struct LSPCodeActions: RPCRequest {
  public static let method = "textDocument/codeAction"
  public static let summary = "Lists what can be done at a place: mends of issues, and commands for the shot."

  /// The document.
  public var textDocument: LSPDocument

  /// The part of the document.
  public var range: LSPRange

  /// What the editor knows.
  public var context: LSPActionContext

  public init(textDocument: LSPDocument, range: LSPRange, context: LSPActionContext) {
    self.textDocument = textDocument
    self.range = range
    self.context = context
  }

  public typealias Reply = [LSPActionItem]
}

extension LSPCodeActions {
  public init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.member("textDocument")
    range = try json.member("range")
    context = try json.member("context")
  }

  public var json: JSONValue {
    .record(["textDocument": textDocument.json, "range": range.json, "context": context.json])
  }
}

extension LSPCodeActions {
  public static let examples = [
    RPCExample(
      params: """
        {
          "textDocument": {"uri": "file:///home/ann/shop/bottle.kraf"},
          "range": {"start": {"line": 4, "character": 7}, "end": {"line": 4, "character": 17}},
          "context": {"diagnostics": []}
        }
        """,
      reply: """
        [
          {
            "title": "Generate 'hero'", "kind": "source.kraf.generate",
            "command": {"title": "Generate 'hero'", "command": "kraf.generate", "arguments": []}
          }
        ]
        """)
  ]
}
