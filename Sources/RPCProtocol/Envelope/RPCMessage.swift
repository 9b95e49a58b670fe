/// One JSON-RPC 2.0 message.
public enum RPCMessage: Sendable, Equatable {
  /// Wants exactly one answer. `params` is an object or an array, or nil if there were none.
  case request(id: RPCID, method: String, params: JSONValue?)
  /// Wants no answer.
  case notification(method: String, params: JSONValue?)
  /// Answers a request with a result.
  case result(id: RPCID, JSONValue)
  /// Answers a request with an error. The id is nil, null on the wire, if the request had none that could be read.
  case failure(id: RPCID?, RPCError)
}

extension RPCMessage {
  /// The message as it is sent.
  public var json: JSONValue {
    switch self {
    case .request(let id, let method, let params):
      .record(["jsonrpc": "2.0", "id": id.json, "method": method.json, "params": params])
    case .notification(let method, let params):
      .record(["jsonrpc": "2.0", "method": method.json, "params": params])
    case .result(let id, let result): ["jsonrpc": "2.0", "id": id.json, "result": result]
    case .failure(let id, let error): ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": error.json]
    }
  }

  /// The message as bytes of JSON, without a frame.
  public func encoded() -> [UInt8] { json.encoded() }

  /// Several messages as one array, the answer to a batch. Send nothing if there are none.
  public static func encoded(batch: [RPCMessage]) -> [UInt8] { JSONValue.array(batch.map(\.json)).encoded() }

  /// Takes a message from a value, or answers why it is none.
  init(classifying json: JSONValue) throws(InvalidMessage) {
    guard case .object(let object) = json else {
      throw InvalidMessage(id: nil, detail: "A message must be an object, found \(json.kind)")
    }
    // The id of an answer is ours: repeating it would look like an answer to a request of theirs.
    let isAnswer = object["method"] == nil && (object["result"] != nil || object["error"] != nil)
    let id = isAnswer ? nil : object["id"].flatMap { try? RPCID(json: $0) }
    guard object["jsonrpc"] == "2.0" else {
      throw InvalidMessage(id: id, detail: "A message must have 'jsonrpc' with the value '2.0'")
    }
    self = try isAnswer ? Self.answer(object) : Self.call(object, id: id)
  }

  private static func call(_ object: JSONObject, id: RPCID?) throws(InvalidMessage) -> RPCMessage {
    guard case .string(let method) = object["method"] else {
      throw InvalidMessage(id: id, detail: "A message must have a 'method' that is text")
    }
    var params = object["params"]
    if params == .null { params = nil }
    if let params, params.objectValue == nil, params.arrayValue == nil {
      throw InvalidMessage(id: id, detail: "'params' must be an object or an array, found \(params.kind)")
    }
    guard let given = object["id"] else { return .notification(method: method, params: params) }
    guard let id else {
      throw InvalidMessage(id: nil, detail: "'id' must be an integer or text, found \(given.kind)")
    }
    return .request(id: id, method: method, params: params)
  }

  private static func answer(_ object: JSONObject) throws(InvalidMessage) -> RPCMessage {
    let id = object["id"].flatMap { try? RPCID(json: $0) }
    guard let given = object["id"], id != nil || given == .null else {
      throw InvalidMessage(id: nil, detail: "An answer must have the 'id' of its request")
    }
    switch (object["result"], object["error"]) {
    case (let result?, nil):
      guard let id else { throw InvalidMessage(id: nil, detail: "A result must have the 'id' of its request") }
      return .result(id: id, result)
    case (nil, let error?):
      do throws(JSONMismatch) { return .failure(id: id, try RPCError(json: error)) } catch {
        throw InvalidMessage(id: nil, detail: error.inside("error").description)
      }
    default: throw InvalidMessage(id: nil, detail: "An answer has either 'result' or 'error'")
    }
  }
}

/// Why a value is no message, and the id to answer with.
struct InvalidMessage: Error {
  var id: RPCID?
  var detail: String
}
