/// What the body of one frame holds.
///
/// A batch is answered by one array with the answers to its requests, in any order, or by nothing if there are none.
public enum RPCBody: Sendable, Equatable {
  case single(RPCIncoming)
  /// At least one.
  case batch([RPCIncoming])
}

/// A message, or what to answer instead.
public enum RPCIncoming: Sendable, Equatable {
  case message(RPCMessage)
  /// Not a message: send this failure, with an id if one could be read.
  case invalid(id: RPCID?, RPCError)
}

extension RPCBody {
  /// Reads a body. Never fails: bytes that are no JSON, and an empty batch, are one invalid message.
  public init(parsing bytes: [UInt8]) {
    do throws(JSONSyntaxError) {
      self.init(json: try JSONValue(parsing: bytes))
    } catch {
      self = .single(.invalid(id: nil, .parse(error.description)))
    }
  }

  /// Takes a body from a value.
  public init(json: JSONValue) {
    guard case .array(let values) = json else {
      self = .single(RPCIncoming(json: json))
      return
    }
    self =
      values.isEmpty
      ? .single(.invalid(id: nil, .invalidRequest("A batch must hold at least one message")))
      : .batch(values.map(RPCIncoming.init(json:)))
  }
}

extension RPCIncoming {
  /// Takes a message from one value of a body.
  init(json: JSONValue) {
    do throws(InvalidMessage) {
      self = .message(try RPCMessage(classifying: json))
    } catch {
      self = .invalid(id: error.id, .invalidRequest(error.detail))
    }
  }
}
