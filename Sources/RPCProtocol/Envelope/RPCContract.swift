/// A message with a name: the type is its parameters.
public protocol RPCContract: JSONConvertible, Equatable {
  /// The method's name on the wire.
  static var method: String { get }

  /// What the message asks for or tells, in one sentence.
  static var summary: String { get }

  /// At least one; they are tested and appear in the protocol document.
  static var examples: [RPCExample] { get }
}

/// A message that wants an answer.
public protocol RPCRequest: RPCContract {
  associatedtype Reply: JSONConvertible & Equatable
}

/// A message that wants no answer.
public protocol RPCNotification: RPCContract {}

/// A message as it looks on the wire, as JSON text.
public struct RPCExample: Sendable, Equatable {
  /// The parameters.
  public var params: String

  /// The result; nil for a notification.
  public var reply: String?

  public init(params: String, reply: String? = nil) {
    self.params = params
    self.reply = reply
  }
}

extension RPCContract {
  /// Takes the message from the parameters of a request or notification.
  ///
  /// None, and an empty array, count as `{}`: some languages have only one empty table.
  ///
  /// - Throws: a mismatch whose path begins with `params`.
  public init(params: JSONValue?) throws(JSONMismatch) {
    let json = params.flatMap { $0 == [] ? nil : $0 } ?? [:]
    do throws(JSONMismatch) { self = try Self(json: json) } catch { throw error.inside("params") }
  }
}

extension RPCRequest {
  /// The request as a message.
  public func message(id: RPCID) -> RPCMessage { .request(id: id, method: Self.method, params: json) }
}

extension RPCNotification {
  /// The notification as a message.
  public var message: RPCMessage { .notification(method: Self.method, params: json) }
}

/// An answer that says nothing but that it was done: `{}`.
public struct EmptyReply: JSONConvertible, Equatable {
  public init() {}
  public init(json: JSONValue) {}
  public var json: JSONValue { [:] }
}
