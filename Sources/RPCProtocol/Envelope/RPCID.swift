/// The id of a request, which its answer repeats exactly.
public enum RPCID: Sendable, Hashable {
  /// Beyond 2^53 as well.
  case integer(Int)
  case string(String)
}

extension RPCID: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .integer(let integer): self = .integer(integer)
    case .string(let text): self = .string(text)
    default: throw JSONMismatch(expected: "an integer or text", found: json)
    }
  }

  public var json: JSONValue {
    switch self {
    case .integer(let integer): .integer(integer)
    case .string(let text): .string(text)
    }
  }
}

extension RPCID: CustomStringConvertible {
  /// The id as JSON, for the log.
  public var description: String { json.text }
}
