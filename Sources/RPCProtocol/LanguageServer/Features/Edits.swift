/// A change of a text.
public struct LSPTextEdit: JSONConvertible, Equatable {
  /// What is replaced.
  public var range: LSPRange

  /// What stands there then.
  public var newText: String

  public init(range: LSPRange, newText: String) {
    self.range = range
    self.newText = newText
  }
}

extension LSPTextEdit {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.member("range")
    newText = try json.member("newText")
  }

  public var json: JSONValue {
    .record(["range": range.json, "newText": newText.json])
  }
}

/// Changes of one document.
public struct LSPWorkspaceEdit: JSONConvertible, Equatable {
  /// The document.
  public var uri: String

  /// They do not overlap.
  public var edits: [LSPTextEdit]

  public init(uri: String, edits: [LSPTextEdit]) {
    self.uri = uri
    self.edits = edits
  }
}

extension LSPWorkspaceEdit {
  public init(json: JSONValue) throws(JSONMismatch) {
    let changes: JSONObject = try json.member("changes")
    guard changes.members.count == 1, let change = changes.members.first else {
      throw JSONMismatch(expected: "changes of one document", found: "\(changes.members.count)")
    }
    uri = change.key
    edits = try [LSPTextEdit](json: change.value)
  }

  public var json: JSONValue {
    var changes: JSONObject = [:]
    changes[uri] = edits.json
    return ["changes": .object(changes)]
  }
}
