/// Any JSON value, with integers and other numbers kept apart and the order of members kept.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number written without fraction and exponent.
  case integer(Int)
  /// A number written with a fraction or an exponent. Always finite when it was read.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The value of the member `key`, or nil if this is not an object or has no such member.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// The element at `index`, or nil if this is not an array or the index lies outside it.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The text, if this is a string.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The integer, if this is one or a number without a fraction up to 2^53 in size, such as `5.0`.
  public var intValue: Int? {
    switch self {
    case .integer(let integer): integer
    case .double(let double) where abs(double) <= 0x1p53: Int(exactly: double)
    default: nil
    }
  }

  /// The number, if this is one. Integers beyond 2^53 are rounded.
  public var doubleValue: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .double(let double): double
    default: nil
    }
  }

  /// The truth value, if this is one.
  public var boolValue: Bool? {
    guard case .bool(let bool) = self else { return nil }
    return bool
  }

  /// The elements, if this is an array.
  public var arrayValue: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var objectValue: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// What kind of value this is, in the words of a mismatch: “an integer”, “text”.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "an integer"
    case .double: "a number"
    case .string: "text"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// An object of the members that are there; those that are nil are left out. The keys must differ.
  public static func record(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(
      JSONObject(unique: members.compactMap { key, value in value.map { JSONObject.Member(key: key, value: $0) } }))
  }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// The last of several members with the same key wins.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    self = .object(object)
  }
}
