/// The versions of the protocol that a side speaks, `[first, last]` on the wire.
public struct ProtocolVersions: JSONConvertible, Equatable {
  /// The version that this code speaks. It rises only when an old client could misunderstand.
  public static let current = 1

  /// The oldest version.
  public var first: Int

  /// The newest version, not below the first.
  public var last: Int

  public init(first: Int = current, last: Int = current) {
    self.first = first
    self.last = last
  }

  /// Whether both sides speak some version.
  public func overlaps(_ other: ProtocolVersions) -> Bool { first <= other.last && other.first <= last }
}

extension ProtocolVersions {
  public init(json: JSONValue) throws(JSONMismatch) {
    let versions = try [Int](json: json)
    guard versions.count == 2, versions[0] <= versions[1] else {
      throw JSONMismatch(expected: "two versions, the first not above the last", found: json.text.excerpt(40))
    }
    self.init(first: versions[0], last: versions[1])
  }

  public var json: JSONValue { [first.json, last.json] }
}
