/// The size that a slot of a channel asks for, in px.
public struct SlotFrame: Sendable, Hashable {
  public let width: Int
  public let height: Int

  /// A frame of at least 1 × 1 px.
  ///
  /// - Throws: `badParameter` for a side below 1; `tooLarge` above `Raster.maxPixels`.
  public init(width: Int, height: Int) throws(ImagingError) {
    try Raster.checkSize(width: width, height: height)
    self.width = width
    self.height = height
  }
}
