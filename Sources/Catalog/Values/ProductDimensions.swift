/// A product's real size in millimetres: as wide and high as it stands in front of the camera, and as deep.
public struct ProductDimensions: Sendable, Hashable, Codable {
  public var width: Double
  /// Nil when only width and height are known.
  public var depth: Double?
  public var height: Double

  public init(width: Double, depth: Double? = nil, height: Double) {
    self.width = width
    self.depth = depth
    self.height = height
  }
}
