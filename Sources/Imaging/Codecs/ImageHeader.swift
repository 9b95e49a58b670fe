/// What a file says about its picture before any pixel is read.
public struct ImageHeader: Sendable, Equatable {
  public var format: ImageFormat

  /// The size in px as it is shown, that is after `orientation`.
  public var width: Int
  public var height: Int

  /// How the stored rows must be turned to be shown.
  public var orientation: Orientation

  /// Whether the file has an alpha channel or a transparent color; every pixel may still be opaque.
  public var hasAlpha: Bool

  /// Whether an ICC profile is embedded.
  public var hasProfile: Bool

  /// Bits a channel: 1, 2, 4, 8 or 16.
  public var bitDepth: Int

  /// Which colors the file stores.
  var colors: StoredColors

  /// The size in px of the stored rows.
  var storedSize: (width: Int, height: Int) {
    orientation.swapsSides ? (height, width) : (width, height)
  }
}

/// The channels of a file, alpha left aside.
enum StoredColors: Sendable {
  case gray
  case rgb
  case cmyk
}
