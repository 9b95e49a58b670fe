/// What a text must look like, and how to say so.
public struct JSONTextRule: Sendable {
  /// The rule as a mismatch names it: “a path of 1 to 4096 bytes”.
  public var expected: String

  private let accepts: @Sendable (String) -> Bool

  /// A rule from its words and its test.
  public init(_ expected: String, accepts: @escaping @Sendable (String) -> Bool) {
    self.expected = expected
    self.accepts = accepts
  }

  /// The text, if it keeps the rule; the mismatch names the member `key`.
  func checked(_ text: String, _ key: String) throws(JSONMismatch) -> String {
    guard accepts(text) else {
      let found = text.utf8.count <= 80 ? "'\(text)'" : "a text of \(text.utf8.count) bytes"
      throw JSONMismatch(path: key, expected: expected, found: found)
    }
    return text
  }
}

extension JSONTextRule {
  /// The most bytes that the text of a document may have.
  public static let maxDocumentBytes = 1 << 20

  /// Something that can be handed to the operating system: a zero byte would cut it there unseen.
  public static let path = JSONTextRule("a path of 1 to 4096 bytes without zero bytes") {
    (1...4096).contains($0.utf8.count) && !$0.utf8.contains(0)
  }

  /// The name of an asset.
  public static let assetName = JSONTextRule("an asset: 64 lower-case hexadecimal digits") {
    $0.utf8.count == 64
      && $0.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// The text of a document.
  public static let document = JSONTextRule("a text of at most \(maxDocumentBytes) bytes") {
    $0.utf8.count <= maxDocumentBytes
  }

  /// A key that makes a resend harmless.
  public static let key = JSONTextRule("a key of 1 to 200 bytes") { (1...200).contains($0.utf8.count) }
}

extension JSONValue {
  /// The text `key`, which must be there and keep the rule.
  public func member(_ key: String, as rule: JSONTextRule) throws(JSONMismatch) -> String {
    try rule.checked(try member(key), key)
  }

  /// The text `key`, which must keep the rule, or nil if it is missing or null.
  public func optional(_ key: String, as rule: JSONTextRule) throws(JSONMismatch) -> String? {
    guard let text: String = try optional(key) else { return nil }
    return try rule.checked(text, key)
  }

  /// Refuses an object that has none of the members.
  func require(oneOf keys: [String]) throws(JSONMismatch) {
    if count(of: keys) == 0 { throw JSONMismatch(expected: keys.quoted(" or "), found: "neither") }
  }

  /// Refuses an object that has none of the members, or several.
  func require(exactlyOneOf keys: [String]) throws(JSONMismatch) {
    try require(oneOf: keys)
    try require(atMostOneOf: keys)
  }

  /// Refuses an object that has several of the members.
  func require(atMostOneOf keys: [String]) throws(JSONMismatch) {
    if count(of: keys) > 1 { throw JSONMismatch(expected: "only one of " + keys.quoted(" and "), found: "both") }
  }

  private func count(of keys: [String]) -> Int { keys.count { self[$0] != nil && self[$0] != .null } }
}

extension [String] {
  fileprivate func quoted(_ separator: String) -> String { map { "'\($0)'" }.joined(separator: separator) }
}
