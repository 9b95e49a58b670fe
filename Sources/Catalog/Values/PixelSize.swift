/// A width and a height in px.
public struct PixelSize: Codable, Hashable, Sendable {
  public var width: Int
  public var height: Int

  /// The sides that a channel may ask for.
  public static let bounds = 1...65_536

  /// The sides that a shot may ask for.
  public static let shotBounds = 16...8_192

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The longer of the two sides.
  public var longerSide: Int { max(width, height) }

  /// How many px there are, in millions.
  public var megapixels: Double { Double(width) * Double(height) / 1_000_000 }

  /// Whether both sides lie inside `bounds`.
  public var isBounded: Bool { Self.bounds.contains(width) && Self.bounds.contains(height) }
}
