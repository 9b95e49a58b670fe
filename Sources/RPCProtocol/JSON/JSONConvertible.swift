/// A type with a JSON form, written by hand so that the wire never changes by accident.
///
/// Decoding ignores members that it does not know.
public protocol JSONConvertible: Sendable {
  /// Takes the value from its JSON form.
  ///
  /// - Throws: the first member that is missing or of the wrong kind or range, with its path.
  init(json: JSONValue) throws(JSONMismatch)

  /// The JSON form.
  var json: JSONValue { get }
}

extension JSONValue: JSONConvertible {
  public init(json: JSONValue) { self = json }
  public var json: JSONValue { self }
}

extension JSONObject: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard case .object(let object) = json else { throw JSONMismatch(expected: "an object", found: json) }
    self = object
  }

  public var json: JSONValue { .object(self) }
}

extension Int: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard let integer = json.intValue else { throw JSONMismatch(expected: "an integer", found: json) }
    self = integer
  }

  public var json: JSONValue { .integer(self) }
}

extension Double: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard let number = json.doubleValue else { throw JSONMismatch(expected: "a number", found: json) }
    self = number
  }

  public var json: JSONValue { .double(self) }
}

extension Bool: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard case .bool(let bool) = json else { throw JSONMismatch(expected: "true or false", found: json) }
    self = bool
  }

  public var json: JSONValue { .bool(self) }
}

extension String: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard case .string(let text) = json else { throw JSONMismatch(expected: "text", found: json) }
    self = text
  }

  public var json: JSONValue { .string(self) }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  public init(json: JSONValue) throws(JSONMismatch) {
    guard case .array(let values) = json else { throw JSONMismatch(expected: "an array", found: json) }
    self = []
    reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do throws(JSONMismatch) { append(try Element(json: value)) } catch { throw error.inside(index) }
    }
  }

  public var json: JSONValue { .array(map(\.json)) }
}

extension JSONConvertible where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// Takes one of the words of an enum; the mismatch lists them.
  public init(json: JSONValue) throws(JSONMismatch) {
    let words = Self.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    guard case .string(let word) = json else { throw JSONMismatch(expected: "one of \(words)", found: json) }
    guard let value = Self(rawValue: word) else {
      throw JSONMismatch(expected: "one of \(words)", found: "'\(word.excerpt(40))'")
    }
    self = value
  }

  public var json: JSONValue { .string(rawValue) }
}
