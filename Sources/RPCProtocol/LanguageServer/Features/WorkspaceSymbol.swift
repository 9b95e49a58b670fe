/// A product or shot of an open document.
public struct LSPSymbol: JSONConvertible, Equatable {
  /// Its name.
  public var name: String

  /// The protocol's number for what it is.
  public var kind: Int

  /// Where it is written.
  public var location: LSPLocation

  /// The product.
  public var containerName: String?

  public init(name: String, kind: Int, location: LSPLocation, containerName: String? = nil) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }
}

extension LSPSymbol {
  public init(json: JSONValue) throws(JSONMismatch) {
    name = try json.member("name")
    kind = try json.member("kind")
    location = try json.member("location")
    containerName = try json.optional("containerName")
  }

  public var json: JSONValue {
    .record(["name": name.json, "kind": kind.json, "location": location.json, "containerName": containerName?.json])
  }
}

/// Finds products and shots by name.
public struct LSPWorkspaceSymbols: RPCRequest {
  public static let method = "workspace/symbol"
  public static let summary = "Finds products and shots by name in the documents that this editor has open."

  /// Letters that the name has in this order; empty means all.
  public var query: String

  public init(query: String) {
    self.query = query
  }

  public typealias Reply = [LSPSymbol]
}

extension LSPWorkspaceSymbols {
  public init(json: JSONValue) throws(JSONMismatch) {
    query = try json.member("query")
  }

  public var json: JSONValue {
    .record(["query": query.json])
  }
}

extension LSPWorkspaceSymbols {
  public static let examples = [
    RPCExample(
      params: #"{"query": "hero"}"#,
      reply: #"[]"#)
  ]
}
