extension CutOut {
  /// The product with those of its parts see-through that show the photo's plain backdrop: clear glass, film, gel.
  ///
  /// A px counts as clear as far as it is the backdrop's color, made darker or lighter: neutral, not dark, and never so far
  /// that its own color would have to leave the range of colors. Over the photo's backdrop the result looks like the photo.
  /// Where the cut-out is not opaque it stays as it is, and so do labels with print.
  ///
  /// Nothing in a photo tells another opaque part in just the backdrop's color from glass, so ask people before this.
  ///
  /// - Parameters:
  ///   - image: the cut-out, straight alpha, `.srgba`.
  ///   - photo: what it was cut from, of the same size.
  /// - Returns: `nil` when the photo has no plain backdrop.
  /// - Throws: `cancelled`; `badParameter` for sizes that differ.
  /// - Cost: one pass over the picture.
  public static func seeThrough(
    _ image: Raster, in photo: Raster, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> Raster? {
    guard image.format == .srgba, photo.format == .srgba, image.width == photo.width, image.height == photo.height
    else {
      throw .badParameter(name: "photo", detail: "must have the cut-out's size")
    }
    let picture = WorkingPicture(reducing: photo)
    let backdrop = Backdrop(of: picture)
    guard backdrop.studio >= 0.5 else { return nil }
    let light = backdrop.values(for: picture).map { Lab.linear(from: $0) }
    let labels = PrintedParts(of: picture, over: light, in: image)
    let sampler = CoarseSampler(photo: photo, picture: picture)
    var bytes = image.bytes
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ImagingError) in
      // Bands write to their own rows only.
      nonisolated(unsafe) let bytes = bytes
      try forEachBand(of: photo.height, height: 64, isCancelled: isCancelled) { rows in
        for y in rows {
          let row = sampler.row(y)
          for x in 0..<photo.width {
            let at = (y * photo.width + x) * 4
            guard bytes[at + 3] == 255, !labels.contains(x, y, of: photo) else { continue }
            let clear = ClearPixel(photo.color(at), over: sampler.value(light, row, x))
            guard clear.share > 0 else { continue }
            for channel in 0..<3 { bytes[at + channel] = UInt8(Transfer.encoded(clear.color[channel]) * 255 + 0.5) }
            bytes[at + 3] = UInt8((1 - clear.share) * 255 + 0.5)
          }
        }
      }
    }
    return Raster(width: image.width, height: image.height, format: .srgba, bytes: bytes)
  }
}

/// How much of the backdrop a px lets through, and the color of the rest.
struct ClearPixel {
  /// 0...1.
  let share: Float
  /// The smallest ratio of the three colors to the backdrop's.
  let least: Float
  /// Linear, 0...1.
  let color: SIMD4<Float>

  /// What is clearer counts as this clear, so that glass never vanishes.
  private static let most: Float = 0.92

  init(_ seen: SIMD4<Float>, over backdrop: SIMD4<Float>) {
    var (least, greatest, room) = (Float.infinity, Float(0), Float.infinity)
    for channel in 0..<3 {
      let ratio = seen[channel] / max(backdrop[channel], 1e-3)
      least = min(least, ratio)
      greatest = max(greatest, ratio)
      room = min(room, (1 - seen[channel]) / max(1 - backdrop[channel], 1e-3))
    }
    let neutral = Self.step(0.55, 0.95, least / max(greatest, 1e-3))
    let light = Self.step(0.25, 0.7, least)
    self.least = least
    share = max(0, min(least, room, 1)) * neutral * light * Self.most
    var rest = (seen - backdrop * share) / (1 - share)
    rest.clamp(lowerBound: .zero, upperBound: SIMD4(repeating: 1))
    color = rest
  }

  private static func step(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let t = max(0, min(1, (value - low) / (high - low)))
    return t * t * (3 - 2 * t)
  }
}

extension Raster {
  /// The linear color of the px whose bytes begin there.
  fileprivate func color(_ at: Int) -> SIMD4<Float> {
    SIMD4(Lab.linear(Float(bytes[at])), Lab.linear(Float(bytes[at + 1])), Lab.linear(Float(bytes[at + 2])), 0)
  }
}
