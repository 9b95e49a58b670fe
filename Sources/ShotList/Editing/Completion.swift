/// Something that may be written at a place.
public struct Completion: Sendable, Equatable {
  public enum Kind: Sendable { case key, value, color, handle, role, operation, word }

  /// What a list shows, and by what it is filtered.
  public var label: String
  public var kind: Kind
  /// Beside the label; may be empty.
  public var detail: String
  public var card: Card?
  public var change: TextChange
}
