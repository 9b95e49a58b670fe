/// The id of a request, which its answer repeats exactly.
public enum RPCID: Sendable, Hashable {
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
  public var description: String { json.text }
}
