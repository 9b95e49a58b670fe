/// The kind of a message for people.
public enum LSPMessageType: Int, Sendable {
  case error = 1
  case warning
  case info
  case log
  case debug
}

extension LSPMessageType: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    let number = try Int(json: json)
    guard let type = LSPMessageType(rawValue: number) else {
      throw JSONMismatch(expected: "a number from 1 to 5", found: "\(number)")
    }
    self = type
  }

  public var json: JSONValue { rawValue.json }
}

/// Shows a message to the person.
public struct LSPShowMessage: RPCNotification {
  public static let method = "window/showMessage"
  public static let summary = "Shows a message to the person."

  /// How much it matters.
  public var type: LSPMessageType

  /// One sentence.
  public var message: String

  public init(type: LSPMessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension LSPShowMessage {
  public init(json: JSONValue) throws(JSONMismatch) {
    type = try json.member("type")
    message = try json.member("message")
  }

  public var json: JSONValue {
    .record(["type": type.json, "message": message.json])
  }
}

extension LSPShowMessage {
  public static let examples = [
    RPCExample(
      params: #"{"type": 2, "message": "front.jpg has no colour profile; sRGB is assumed"}"#)
  ]
}

/// Writes a message to the editor's log.
public struct LSPLogMessage: RPCNotification {
  public static let method = "window/logMessage"
  public static let summary = "Writes a message to the editor's log."

  /// How much it matters.
  public var type: LSPMessageType

  /// One sentence.
  public var message: String

  public init(type: LSPMessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension LSPLogMessage {
  public init(json: JSONValue) throws(JSONMismatch) {
    type = try json.member("type")
    message = try json.member("message")
  }

  public var json: JSONValue {
    .record(["type": type.json, "message": message.json])
  }
}

extension LSPLogMessage {
  public static let examples = [
    RPCExample(
      params: #"{"type": 4, "message": "krafd 0.1.0 serves /home/ann/shop"}"#)
  ]
}
