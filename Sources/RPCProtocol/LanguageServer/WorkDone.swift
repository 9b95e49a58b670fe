/// The progress of work, under a token: one begin, any number of reports, one end.
public enum LSPWorkDone: Sendable, Equatable {
  case begin(title: String, cancellable: Bool, message: String?, percentage: Int?)
  case report(message: String?, percentage: Int?)
  case end(message: String?)
}

extension LSPWorkDone: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    let kind: String = try json.member("kind")
    let message: String? = try json.optional("message")
    switch kind {
    case "begin":
      self = .begin(
        title: try json.member("title"), cancellable: try json.member("cancellable", default: false),
        message: message, percentage: try json.optional("percentage", in: 0...100))
    case "report": self = .report(message: message, percentage: try json.optional("percentage", in: 0...100))
    case "end": self = .end(message: message)
    default:
      throw JSONMismatch(path: "kind", expected: "'begin', 'report' or 'end'", found: "'\(kind.excerpt(40))'")
    }
  }

  public var json: JSONValue {
    switch self {
    case .begin(let title, let cancellable, let message, let percentage):
      .record([
        "kind": "begin", "title": title.json, "cancellable": cancellable.json, "message": message?.json,
        "percentage": percentage?.json,
      ])
    case .report(let message, let percentage):
      .record(["kind": "report", "message": message?.json, "percentage": percentage?.json])
    case .end(let message): .record(["kind": "end", "message": message?.json])
    }
  }
}

/// Tells how far some work is.
public struct LSPProgress: RPCNotification {
  public static let method = "$/progress"
  public static let summary = "Tells how far some work is."

  /// Which work.
  public var token: RPCID

  /// For work that was begun by krafd or by `workDoneToken`, an `LSPWorkDone`.
  public var value: JSONValue

  public init(token: RPCID, value: JSONValue) {
    self.token = token
    self.value = value
  }
}

extension LSPProgress {
  public init(json: JSONValue) throws(JSONMismatch) {
    token = try json.member("token")
    value = try json.member("value")
  }

  public var json: JSONValue {
    .record(["token": token.json, "value": value.json])
  }
}

extension LSPProgress {
  public static let examples = [
    RPCExample(
      params: """
        {
          "token": "t1",
          "value": {
            "kind": "begin", "title": "hero", "cancellable": true, "message": "tracing pass 1 of 6",
            "percentage": 0
          }
        }
        """),
    RPCExample(
      params: """
        {"token": "t1", "value": {"kind": "report", "message": "tracing pass 4 of 6", "percentage": 62}}
        """),
    RPCExample(
      params: #"{"token": "t1", "value": {"kind": "end"}}"#),
  ]
}

/// Asks the editor to show progress under a token.
public struct LSPWorkDoneCreate: RPCRequest {
  public static let method = "window/workDoneProgress/create"
  public static let summary = "Asks the editor to show progress under a token."

  public typealias Reply = NullReply

  /// Which work.
  public var token: RPCID

  public init(token: RPCID) {
    self.token = token
  }
}

extension LSPWorkDoneCreate {
  public init(json: JSONValue) throws(JSONMismatch) {
    token = try json.member("token")
  }

  public var json: JSONValue {
    .record(["token": token.json])
  }
}

extension LSPWorkDoneCreate {
  public static let examples = [
    RPCExample(
      params: #"{"token": "t1"}"#,
      reply: #"null"#)
  ]
}

/// Tells that the person wants the work under a token to stop.
public struct LSPWorkDoneCancel: RPCNotification {
  public static let method = "window/workDoneProgress/cancel"
  public static let summary = "Tells that the person wants the work under a token to stop."

  /// Which work.
  public var token: RPCID

  public init(token: RPCID) {
    self.token = token
  }
}

extension LSPWorkDoneCancel {
  public init(json: JSONValue) throws(JSONMismatch) {
    token = try json.member("token")
  }

  public var json: JSONValue {
    .record(["token": token.json])
  }
}

extension LSPWorkDoneCancel {
  public static let examples = [
    RPCExample(
      params: #"{"token": "t1"}"#)
  ]
}
