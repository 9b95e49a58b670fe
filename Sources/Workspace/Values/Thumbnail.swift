public import Imaging

/// A small picture of an asset.
public struct Thumbnail: Sendable, Hashable {
  /// Absolute; the file never changes.
  public var path: String
  public var width: Int
  public var height: Int
  public var format: ImageFormat
}
