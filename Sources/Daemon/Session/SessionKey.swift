/// The name and type of a value that a session keeps for its handlers, such as the workspace it opened last.
///
/// Declare each key once, as a constant; two keys of one name are the same key.
public struct SessionKey<Value: Sendable>: Sendable {
  let name: String

  /// A key named `name`.
  public init(_ name: String) { self.name = name }
}
