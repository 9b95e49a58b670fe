/// The body that a photo gets for shadows, reflections and occlusion.
public enum ProductForm: String, Sendable, Codable, CaseIterable {
  /// A card or a box.
  case flat
  /// The silhouette turned around its axis.
  case round
  /// A relief that rises from the silhouette's edge.
  case inflated
  /// Photographed from above, on the ground.
  case lying
}
