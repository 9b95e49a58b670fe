/// Why a request failed: a number for protocols, a reason for machines, a sentence for people.
public struct RPCError: Error, Sendable, Equatable {
  /// One of those of `RPCErrorCode`, or 1000 and up for krafd's own.
  public var code: Int

  /// A stable word, `data.reason` on the wire. Empty if the other side gave none.
  public var reason: String

  /// What happened and what to do, in one sentence.
  public var message: String

  /// Further members of `data`. A foreign error whose data is no object has it here as `value`.
  public var data: JSONObject

  public init(code: Int, reason: String, message: String, data: JSONObject = [:]) {
    self.code = code
    self.reason = reason
    self.message = message
    self.data = data
  }
}

/// The codes that JSON-RPC and the Language Server Protocol give a meaning, and where krafd's own begin.
public enum RPCErrorCode {
  /// The bytes are not JSON.
  public static let parse = -32700
  /// The JSON is no message.
  public static let invalidRequest = -32600
  /// No method has this name.
  public static let unknownMethod = -32601
  /// A parameter does not fit; the message carries its path.
  public static let badParameters = -32602
  /// A bug of krafd.
  public static let `internal` = -32603
  /// A request before `initialize`.
  public static let notInitialized = -32002
  /// Cancelled by the client.
  public static let cancelled = -32800
  /// An optimistic write lost; `data` has the current value.
  public static let contentModified = -32801
  /// Cancelled by krafd.
  public static let serverCancelled = -32802
  /// Valid, but it failed.
  public static let failed = -32803
  /// The first of krafd's own codes; they never lie inside the ranges that the protocols keep for themselves.
  public static let firstOwn = 1000
}

extension RPCError {
  /// The bytes of a message are not JSON.
  public static func parse(_ detail: String) -> RPCError {
    RPCError(code: RPCErrorCode.parse, reason: "parse", message: detail)
  }

  /// A value is no JSON-RPC 2.0 message.
  public static func invalidRequest(_ detail: String) -> RPCError {
    RPCError(code: RPCErrorCode.invalidRequest, reason: "invalidRequest", message: detail)
  }

  /// No method has this name.
  public static func unknownMethod(_ method: String) -> RPCError {
    RPCError(
      code: RPCErrorCode.unknownMethod, reason: "unknownMethod", message: "No method is named '\(method.excerpt(100))'")
  }

  /// A parameter does not fit; `data.path` says which.
  public static func badParameters(_ mismatch: JSONMismatch) -> RPCError {
    RPCError(
      code: RPCErrorCode.badParameters, reason: "badParameters", message: mismatch.description,
      data: ["path": .string(mismatch.path)])
  }

  /// krafd has a bug.
  public static func `internal`(_ detail: String) -> RPCError {
    RPCError(code: RPCErrorCode.internal, reason: "internal", message: detail)
  }

  /// A request came before `initialize`.
  public static let notInitialized = RPCError(
    code: RPCErrorCode.notInitialized, reason: "notInitialized", message: "Send 'initialize' first")

  /// The client cancelled the request.
  public static let cancelled = RPCError(
    code: RPCErrorCode.cancelled, reason: "cancelled", message: "The request was cancelled")

  /// An optimistic write lost; `data` has the current value.
  public static func contentModified(_ message: String, data: JSONObject) -> RPCError {
    RPCError(code: RPCErrorCode.contentModified, reason: "contentModified", message: message, data: data)
  }

  /// A valid request failed; the sentence says why and what to do.
  public static func failed(_ reason: String, _ message: String, data: JSONObject = [:]) -> RPCError {
    RPCError(code: RPCErrorCode.failed, reason: reason, message: message, data: data)
  }
}

extension RPCError: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    code = try json.member("code")
    message = try json.member("message")
    switch json["data"] {
    case .object(var object):
      reason = object["reason"]?.stringValue ?? ""
      object["reason"] = nil
      data = object
    case nil, .null:
      reason = ""
      data = [:]
    case let value?:
      reason = ""
      data = ["value": value]
    }
  }

  public var json: JSONValue {
    var members: JSONObject = reason.isEmpty ? [:] : ["reason": .string(reason)]
    for member in data.members where member.key != "reason" { members[member.key] = member.value }
    return .record([
      "code": code.json, "message": message.json, "data": members.isEmpty ? nil : members.json,
    ])
  }
}
