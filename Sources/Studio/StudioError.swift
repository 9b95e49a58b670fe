/// Why the studio made no picture. The facts are here; sentences are made in `Daemon`.
public enum StudioError: Error, Sendable, Equatable {
  /// The caller asked to stop.
  case cancelled
  /// The cut-out has no pixel that is mostly opaque.
  case productEmpty
  /// The product must be a straight-alpha picture, not a mask and not premultiplied.
  case productFormat(String)
  /// Each side of the picture must lie in 8 to 8 192 px and the whole within 64 megapixels.
  case sizeOutOfRange(width: Int, height: Int)
  /// The number of samples a px must lie in 1 to 4 096.
  case samplesOutOfRange(Int)
  /// A number of the scene is not finite or leaves its range; `field` names it.
  case sceneField(String)
}
