/// A JSON value is not what a message needs there.
///
/// Its description is a sentence for people: `params.px: expected an integer, found text`.
public struct JSONMismatch: Error, Sendable, Equatable {
  /// Where, from the value that was decoded: `shots[2].name`; empty for that value itself.
  public var path: String

  /// What should stand there: “an integer”, “a number from 1 to 2048”.
  public var expected: String

  /// What stands there: “text”, “nothing”.
  public var found: String

  public init(path: String = "", expected: String, found: String) {
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// A mismatch of a whole value, found by its kind.
  public init(expected: String, found: JSONValue) {
    self.init(expected: expected, found: found.kind)
  }

  /// The same mismatch, seen from the object that has the value as its member `key`.
  public func inside(_ key: String) -> JSONMismatch {
    var outer = self
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    outer.path = key + separator + path
    return outer
  }

  /// The same mismatch, seen from the array that has the value as its element `index`.
  public func inside(_ index: Int) -> JSONMismatch { inside("[\(index)]") }
}

extension JSONMismatch: CustomStringConvertible {
  /// One sentence, without a full stop.
  public var description: String {
    (path.isEmpty ? "" : path + ": ") + "expected \(expected), found \(found)"
  }
}

extension String {
  /// The first `count` scalars, for a message. Not characters: one of those can be as long as its sender likes.
  func excerpt(_ count: Int) -> String {
    unicodeScalars.count <= count ? self : String(unicodeScalars.prefix(count)) + "…"
  }
}
