public import Catalog

extension Scene {
  /// How many things besides the stand a set can hold.
  static let mostPieces = 6

  /// A simple solid beside or behind the product, on the floor.
  public struct Piece: Sendable, Equatable, Codable {
    public enum Shape: String, Sendable, Equatable, Codable, CaseIterable {
      case box, cylinder, sphere, cone
      /// A cylinder that lies across, like a roll of paper.
      case roll
      /// A round panel that faces the camera.
      case disc
      /// A disc with a hole.
      case ring
      /// A doorway, open in the middle.
      case arch
      /// A doorway's panel, closed.
      case panel
    }

    public var shape: Shape

    /// The middle's place to the right of the product's middle, -4 to 4.
    public var x: Double

    /// The middle's place in front of the product's plane, -8 to 1.
    public var z: Double

    /// 0.02 to 4.
    public var width: Double

    /// 0.02 to 4.
    public var height: Double

    /// 0.02 to 4.
    public var depth: Double

    /// How it is turned about the upright axis, in degrees, -180 to 180.
    public var turn: Double

    public var color: HexColor

    public var material: Material

    public init(
      shape: Shape, x: Double, z: Double, width: Double, height: Double, depth: Double, turn: Double = 0,
      color: HexColor, material: Material = .paper
    ) {
      self.shape = shape
      self.x = x
      self.z = z
      self.width = width
      self.height = height
      self.depth = depth
      self.turn = turn
      self.color = color
      self.material = material
    }
  }
}
