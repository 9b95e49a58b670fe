extension JSONValue {
  /// How many arrays and objects may lie inside each other.
  public static let maxDepth = 256

  /// How many values a document may hold. A value costs up to about 100 bytes of memory for as little as 2 on the wire.
  public static let maxValues = 1_000_000

  /// How many characters a number may have; an exact double never needs more than about 1 100.
  public static let maxNumberLength = 2048

  /// Reads one document: RFC 8259, in UTF-8 without a byte order mark, with nothing after the value.
  ///
  /// Stricter than the standard where it leaves room: repeated keys, lone surrogates, integers beyond 64 bits and
  /// numbers beyond a double are errors.
  ///
  /// - Throws: the first mistake and its place. No input traps, and none costs more than linear time.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in try JSONValue(parsing: buffer) }
  }

  /// Reads one document from memory that is only borrowed.
  public init(parsing buffer: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) {
    guard let base = buffer.baseAddress, !buffer.isEmpty else {
      throw JSONSyntaxError(offset: 0, problem: .endsEarly)
    }
    var reader = JSONReader(base: base, end: buffer.count)
    self = try reader.document()
  }

  /// Reads one document from text.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }
}

/// A recursive descent over bytes. Every access at `at` follows a comparison with `end`; the depth is bounded.
struct JSONReader {
  /// The bytes, borrowed while the reader lives.
  let base: UnsafePointer<UInt8>

  /// How many bytes there are.
  let end: Int

  /// How many bytes were read.
  var at = 0

  private var valueCount = 0

  /// A reader of `end` bytes.
  init(base: UnsafePointer<UInt8>, end: Int) {
    self.base = base
    self.end = end
  }

  /// Reads one value and blanks to the end.
  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if at < end { throw failure(.trailing) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard at < end else { throw failure(.endsEarly) }
    valueCount += 1
    guard valueCount <= JSONValue.maxValues else { throw failure(.tooManyValues) }
    switch base[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected()
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= JSONValue.maxDepth else { throw failure(.tooDeep) }
    at += 1
    if skips(UInt8(ascii: "]")) { return .array([]) }
    var elements: [JSONValue] = []
    repeat { elements.append(try value(depth: depth)) } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "]")) else { throw unexpected() }
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= JSONValue.maxDepth else { throw failure(.tooDeep) }
    at += 1
    if skips(UInt8(ascii: "}")) { return .object(JSONObject()) }
    var members: [JSONObject.Member] = []
    var seen: Set<JSONKey> = []
    repeat {
      skipSpace()
      let start = at
      guard at < end, base[at] == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      if Self.isRepeated(key, in: members, seen: &seen) {
        throw JSONSyntaxError(offset: start, problem: .repeatedKey)
      }
      guard skips(UInt8(ascii: ":")) else { throw unexpected() }
      members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "}")) else { throw unexpected() }
    return .object(JSONObject(unique: members))
  }

  /// Whether `key` is among `members`. Few keys are compared one by one; many go to a set, so that time stays linear.
  private static func isRepeated(_ key: String, in members: [JSONObject.Member], seen: inout Set<JSONKey>) -> Bool {
    guard members.count >= 16 else { return members.contains { isSameKey($0.key, key) } }
    if seen.isEmpty { seen = Set(members.map { JSONKey(text: $0.key) }) }
    return !seen.insert(JSONKey(text: key)).inserted
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard at < end, base[at] == word.utf8Start[index] else { throw unexpected() }
      at += 1
    }
    return value
  }

  /// Skips blanks and then `byte`, and says whether it was there.
  @inline(__always)
  private mutating func skips(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < end, base[at] == byte else { return false }
    at += 1
    return true
  }

  @inline(__always)
  private mutating func skipSpace() {
    while at < end {
      switch base[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  /// The error for a byte that cannot stand at `at`, or for the end there.
  func unexpected() -> JSONSyntaxError {
    failure(at < end ? .unexpected(byte: base[at]) : .endsEarly)
  }

  /// The error for `problem` at `at`.
  func failure(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError {
    JSONSyntaxError(offset: at, problem: problem)
  }
}
