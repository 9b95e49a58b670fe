/// Symbols in the form that an editor reads.
public enum LSPSymbolList: JSONConvertible, Equatable {
  /// Symbols inside symbols.
  case nested([LSPDocumentSymbol])
  /// All beside each other.
  case flat([LSPSymbol])

  public init(json: JSONValue) throws(JSONMismatch) {
    if json[0]?["location"] == nil {
      self = .nested(try [LSPDocumentSymbol](json: json))
    } else {
      self = .flat(try [LSPSymbol](json: json))
    }
  }

  public var json: JSONValue {
    switch self {
    case .nested(let symbols): symbols.json
    case .flat(let symbols): symbols.json
    }
  }
}

/// A code action, or the bare command that older editors read.
public enum LSPActionItem: JSONConvertible, Equatable {
  case action(LSPAction)
  case command(LSPCommand)

  public init(json: JSONValue) throws(JSONMismatch) {
    if json["command"]?.stringValue != nil {
      self = .command(try LSPCommand(json: json))
    } else {
      self = .action(try LSPAction(json: json))
    }
  }

  public var json: JSONValue {
    switch self {
    case .action(let action): action.json
    case .command(let command): command.json
    }
  }
}
