/// A document by its URI.
public struct LSPDocument: JSONConvertible, Equatable {
  /// Where it is, as the editor writes it.
  public var uri: String

  public init(uri: String) {
    self.uri = uri
  }
}

extension LSPDocument {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
  }

  public var json: JSONValue {
    .record(["uri": uri.json])
  }
}

/// A document at a version.
public struct LSPVersionedDocument: JSONConvertible, Equatable {
  /// Where it is, as the editor writes it.
  public var uri: String

  /// Rises with every change.
  public var version: Int?

  public init(uri: String, version: Int? = nil) {
    self.uri = uri
    self.version = version
  }
}

extension LSPVersionedDocument {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    version = try json.optional("version")
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "version": version?.json])
  }
}

/// A document with its text.
public struct LSPTextDocument: JSONConvertible, Equatable {
  /// Where it is, as the editor writes it.
  public var uri: String

  /// `kraf` for shot lists.
  public var languageID: String

  /// Rises with every change.
  public var version: Int

  /// The whole text.
  public var text: String

  public init(uri: String, languageID: String, version: Int, text: String) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    self.text = text
  }
}

extension LSPTextDocument {
  public init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.member("uri")
    languageID = try json.member("languageId")
    version = try json.member("version")
    text = try json.member("text")
  }

  public var json: JSONValue {
    .record(["uri": uri.json, "languageId": languageID.json, "version": version.json, "text": text.json])
  }
}

/// A change of a document.
public struct LSPContentChange: JSONConvertible, Equatable {
  /// What is replaced; if absent, the whole text.
  public var range: LSPRange?

  /// What stands there then.
  public var text: String

  public init(range: LSPRange? = nil, text: String) {
    self.range = range
    self.text = text
  }
}

extension LSPContentChange {
  public init(json: JSONValue) throws(JSONMismatch) {
    range = try json.optional("range")
    text = try json.member("text")
  }

  public var json: JSONValue {
    .record(["range": range?.json, "text": text.json])
  }
}
