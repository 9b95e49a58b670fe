/// A product lifted off its background, without any help or with a user's hints.
///
/// A small network says what stands out; colors, edges and a model of the backdrop say where it ends. The result is the
/// same on every machine and for any number of threads.
public struct CutOut: Sendable {
  /// The product in straight alpha, `.srgba`, in the photo's size. Where alpha is 255 the color bytes are the photo's
  /// own; where alpha is 0 they are 0; between, they are the product's color without the backdrop's share.
  public var image: Raster
  /// The same alpha as a `.mask`.
  public var mask: Raster
  /// How much the result can be trusted, 0...1: from 0.7 on use it, from 0.4 check the edge, below ask for help.
  public var confidence: Double
  /// What was noticed.
  public var reasons: [Reason]
  /// The smallest rectangle around all pixels with alpha of at least 128; empty when there are none.
  public var bounds: Bounds
  /// The number of openings through which the background shows.
  public var holeCount: Int
  /// The sides of the frame that the product touches.
  public var touchesFrame: [FrameEdge]

  /// A side of the photo.
  public enum FrameEdge: String, Sendable, CaseIterable {
    case left, top, right, bottom
  }

  /// A rectangle in px; the origin is the top left corner.
  public struct Bounds: Sendable, Equatable {
    /// The first column.
    public var x: Int
    /// The first row.
    public var y: Int
    /// The number of columns.
    public var width: Int
    /// The number of rows.
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
  }

  /// Measures bounds and frame contact from the mask.
  init(image: Raster, mask: Raster, confidence: Double, reasons: [Reason], holeCount: Int) {
    self.image = image
    self.mask = mask
    self.confidence = confidence
    self.reasons = reasons
    self.holeCount = holeCount
    bounds = Bounds(of: mask)
    touchesFrame = []
    if bounds.width > 0 {
      if bounds.x == 0 { touchesFrame.append(.left) }
      if bounds.y == 0 { touchesFrame.append(.top) }
      if bounds.x + bounds.width == mask.width { touchesFrame.append(.right) }
      if bounds.y + bounds.height == mask.height { touchesFrame.append(.bottom) }
    }
    if !touchesFrame.isEmpty { self.reasons.append(.touchesFrame) }
  }
}

extension CutOut.Bounds {
  /// The smallest rectangle around all values of at least 128 of a mask.
  init(of mask: Raster) {
    var left = mask.width
    var right = -1
    var top = mask.height
    var bottom = -1
    for y in 0..<mask.height {
      for x in 0..<mask.width where mask.bytes[y * mask.width + x] >= 128 {
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = y
      }
    }
    self =
      right < 0
      ? Self(x: 0, y: 0, width: 0, height: 0)
      : Self(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }
}
