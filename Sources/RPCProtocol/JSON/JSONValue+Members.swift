extension JSONValue {
  /// The member `key`, which must be there.
  ///
  /// - Throws: if this is not an object, or the member is missing or does not fit, with its path.
  public func member<T: JSONConvertible>(_ key: String) throws(JSONMismatch) -> T {
    let found = try present(key)
    do throws(JSONMismatch) {
      return try T(json: found ?? .null)
    } catch {
      guard found != nil else { throw JSONMismatch(expected: error.expected, found: "nothing").inside(key) }
      throw error.inside(key)
    }
  }

  /// The member `key`, or nil if it is missing or null.
  ///
  /// - Throws: if this is not an object, or the member does not fit, with its path.
  public func optional<T: JSONConvertible>(_ key: String) throws(JSONMismatch) -> T? {
    guard let found = try present(key), found != .null else { return nil }
    do throws(JSONMismatch) { return try T(json: found) } catch { throw error.inside(key) }
  }

  /// The member `key`, or `standard` if it is missing or null.
  public func member<T: JSONConvertible>(_ key: String, default standard: T) throws(JSONMismatch) -> T {
    try optional(key) ?? standard
  }

  /// The number `key`, which must be there and lie in `range`.
  public func member<T: JSONConvertible & Comparable>(
    _ key: String, in range: ClosedRange<T>
  ) throws(JSONMismatch) -> T {
    try range.checked(try member(key), key)
  }

  /// The number `key`, which must lie in `range`, or `standard` if it is missing or null.
  public func member<T: JSONConvertible & Comparable>(
    _ key: String, in range: ClosedRange<T>, default standard: T
  ) throws(JSONMismatch) -> T {
    try optional(key, in: range) ?? standard
  }

  /// The number `key`, which must lie in `range`, or nil if it is missing or null.
  public func optional<T: JSONConvertible & Comparable>(
    _ key: String, in range: ClosedRange<T>
  ) throws(JSONMismatch) -> T? {
    guard let value: T = try optional(key) else { return nil }
    return try range.checked(value, key)
  }

  private func present(_ key: String) throws(JSONMismatch) -> JSONValue? {
    guard case .object(let object) = self else { throw JSONMismatch(expected: "an object", found: self) }
    return object[key]
  }
}

extension ClosedRange {
  fileprivate func checked(_ value: Bound, _ key: String) throws(JSONMismatch) -> Bound {
    guard contains(value) else {
      throw JSONMismatch(path: key, expected: "a number from \(lowerBound) to \(upperBound)", found: "\(value)")
    }
    return value
  }
}
