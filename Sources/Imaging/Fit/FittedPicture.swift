/// What becomes of a picture that must have exactly the size of a slot and may be neither stretched nor enlarged.
public enum FittedPicture: Sendable, Equatable {
  /// The picture in that size.
  case fitted(Raster)
  /// The proportions differ and there is no plain backdrop to continue: a person has to choose what is kept. The picture
  /// is large enough for that.
  case needsCrop
  /// The picture has too few pixels.
  case tooSmall
}

extension Raster {
  /// The picture in exactly the size of a slot, or why that cannot be.
  ///
  /// - A picture of that size stays as it is.
  /// - One whose proportions differ by no more than 1 % is reduced; what is too much, up to 1 % of a side, is trimmed
  ///   evenly from its two ends.
  /// - One of other proportions whose outer frame is opaque and of one color (`BackdropMeasure.uniformBorder`) is reduced
  ///   to fit inside and gets more of that color, as much on either side, or 1 px more at the right or the bottom.
  ///
  /// Levels are mixed as `resize` does by default, so that a picture is the same in a slot and exported alone.
  ///
  /// - Throws: `badParameter` unless the picture is `srgba`; `tooLarge` for a side above 65,535; `cancelled`.
  public func fitted(
    to frame: SlotFrame, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> FittedPicture {
    guard format == .srgba else { throw .badParameter(name: "raster", detail: "must be straight sRGB with alpha") }
    if width == frame.width, height == frame.height { return .fitted(self) }
    let covers = width >= frame.width && height >= frame.height
    if covers, isNearlyAs(frame) {
      return .fitted(
        try trimmed(to: frame).resize(toWidth: frame.width, height: frame.height, isCancelled: isCancelled))
    }
    // Fitting inside needs one side that is long enough; what the other one lacks is padded.
    guard width >= frame.width || height >= frame.height else { return .tooSmall }
    guard let color = BackdropMeasure(of: self).uniformBorder else { return covers ? .needsCrop : .tooSmall }
    return .fitted(try padded(to: frame, color: color, isCancelled: isCancelled))
  }

  /// Whether one of the two proportions is at most 1.01 times the other.
  private func isNearlyAs(_ frame: SlotFrame) -> Bool {
    // Sides are at most 100 million, so nothing overflows.
    let (across, down) = (width * frame.height, height * frame.width)
    return across * 100 <= down * 101 && down * 100 <= across * 101
  }

  /// The middle of the picture in the frame's proportions, to half a pixel of the picture.
  private func trimmed(to frame: SlotFrame) throws(ImagingError) -> Raster {
    let keptWidth = min(width, Self.divided(height * frame.width, by: frame.height))
    let keptHeight = min(height, Self.divided(width * frame.height, by: frame.width))
    if keptWidth == width, keptHeight == height { return self }
    return try crop(
      x: (width - keptWidth) / 2, y: (height - keptHeight) / 2, width: keptWidth, height: keptHeight)
  }

  private static func divided(_ number: Int, by divisor: Int) -> Int { (number + divisor / 2) / divisor }

  private func padded(
    to frame: SlotFrame, color: PixelColor, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> Raster {
    let fits = width <= frame.width && height <= frame.height
    let inside = fits ? self : try resize(within: frame.width, frame.height, isCancelled: isCancelled)
    let (across, down) = (frame.width - inside.width, frame.height - inside.height)
    return try inside.pad(
      left: across / 2, top: down / 2, right: across - across / 2, bottom: down - down / 2, color: color)
  }
}
