/// Why bytes are not a JSON document that krafd reads, and where.
public struct JSONSyntaxError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The bytes stop in the middle of a value, or there are none.
    case endsEarly
    /// A byte that cannot stand here.
    case unexpected(byte: UInt8)
    /// Something follows the value.
    case trailing
    /// More than `JSONValue.maxDepth` arrays and objects inside each other.
    case tooDeep
    /// More than `JSONValue.maxValues` values.
    case tooManyValues
    /// A control character stands unescaped in text.
    case controlCharacter
    /// A backslash is followed by something that is no escape.
    case badEscape
    /// Half of a surrogate pair without the other half.
    case loneSurrogate
    /// The bytes of a text are not UTF-8.
    case badUTF8
    /// A number is not written as JSON writes numbers, or in more than `JSONValue.maxNumberLength` characters.
    case badNumber
    /// An integer beyond 64 bits, or a number too large for a double.
    case numberOutOfRange
    /// An object has the same key twice.
    case repeatedKey
  }

  /// The number of bytes before the place.
  public var offset: Int

  /// What is wrong there.
  public var problem: Problem

  public init(offset: Int, problem: Problem) {
    self.offset = offset
    self.problem = problem
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// One sentence with the place, without a full stop.
  public var description: String { "The JSON is wrong at byte \(offset): \(problem.phrase)" }
}

extension JSONSyntaxError.Problem {
  fileprivate var phrase: String {
    switch self {
    case .endsEarly: "it ends too early"
    case .unexpected(let byte) where (0x21...0x7E).contains(byte):
      "'\(Character(Unicode.Scalar(byte)))' cannot stand here"
    case .unexpected(let byte): "the byte \(byte) cannot stand here"
    case .trailing: "something follows the value"
    case .tooDeep: "more than \(JSONValue.maxDepth) levels of nesting"
    case .tooManyValues: "more than \(JSONValue.maxValues) values"
    case .controlCharacter: "a control character in text must be escaped"
    case .badEscape: "this is not an escape"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .badUTF8: "the text is not UTF-8"
    case .badNumber: "this is not a number"
    case .numberOutOfRange: "the number is too large"
    case .repeatedKey: "the object has this key twice"
    }
  }
}
