/// An answer that is `null`.
public struct NullReply: JSONConvertible, Equatable {
  public init() {}
  public init(json: JSONValue) {}
  public var json: JSONValue { .null }
}

/// Tells that the editor is ready for requests.
public struct LSPInitialized: RPCNotification {
  public static let method = "initialized"
  public static let summary = "Tells that the editor is ready for requests."

  public init() {}
}

extension LSPInitialized {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension LSPInitialized {
  public static let examples = [
    RPCExample(
      params: #"{}"#)
  ]
}

/// Ends the work of a session; only `exit` may follow.
public struct LSPShutdown: RPCRequest {
  public static let method = "shutdown"
  public static let summary = "Ends the work of a session; only `exit` may follow."

  public typealias Reply = NullReply

  public init() {}
}

extension LSPShutdown {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension LSPShutdown {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"null"#)
  ]
}

/// Ends the session.
public struct LSPExit: RPCNotification {
  public static let method = "exit"
  public static let summary = "Ends the session."

  public init() {}
}

extension LSPExit {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension LSPExit {
  public static let examples = [
    RPCExample(
      params: #"{}"#)
  ]
}

/// Cancels a request that is not answered yet; it is still answered.
public struct LSPCancelRequest: RPCNotification {
  public static let method = "$/cancelRequest"
  public static let summary = "Cancels a request that is not answered yet; it is still answered."

  /// The id of the request.
  public var id: RPCID

  public init(id: RPCID) {
    self.id = id
  }
}

extension LSPCancelRequest {
  public init(json: JSONValue) throws(JSONMismatch) {
    id = try json.member("id")
  }

  public var json: JSONValue {
    .record(["id": id.json])
  }
}

extension LSPCancelRequest {
  public static let examples = [
    RPCExample(
      params: #"{"id": 17}"#),
    RPCExample(
      params: #"{"id": "a-17"}"#),
  ]
}
