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
    let light = BackdropGlow(backdrop, of: picture, over: photo)
    let labels = PrintedParts(of: picture, over: light.colors, in: image)
    var bytes = image.bytes
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ImagingError) in
      // Bands write to their own rows only.
      nonisolated(unsafe) let bytes = bytes
      try forEachBand(of: photo.height, height: 64, isCancelled: isCancelled) { rows in
        for y in rows {
          for x in 0..<photo.width {
            let at = (y * photo.width + x) * 4
            guard bytes[at + 3] == 255, !labels.contains(x, y, of: photo) else { continue }
            let clear = ClearPixel(photo.color(at), over: light.color(x, y))
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

/// The linear color of a photo's plain backdrop at every px.
private struct BackdropGlow: Sendable {
  /// At the working size.
  let colors: [SIMD4<Float>]
  private let width: Int
  private let height: Int
  private let scale: SIMD2<Float>

  init(_ backdrop: Backdrop, of picture: WorkingPicture, over photo: Raster) {
    colors = backdrop.values(for: picture).map { Lab.linear(from: $0) }
    (width, height) = (picture.width, picture.height)
    scale = SIMD2(Float(width) / Float(photo.width), Float(height) / Float(photo.height))
  }

  func color(_ x: Int, _ y: Int) -> SIMD4<Float> {
    let place = (SIMD2(Float(x), Float(y)) + 0.5) * scale - 0.5
    let left = max(0, min(place.x, Float(width - 1))), top = max(0, min(place.y, Float(height - 1)))
    let (column, row) = (Int(left), Int(top))
    let (right, below) = (min(column + 1, width - 1), min(row + 1, height - 1))
    let (u, v) = (left - Float(column), top - Float(row))
    let upper = colors[row * width + column] * (1 - u) + colors[row * width + right] * u
    let lower = colors[below * width + column] * (1 - u) + colors[below * width + right] * u
    return upper * (1 - v) + lower * v
  }
}

extension Raster {
  /// The linear color of the px whose bytes begin there.
  fileprivate func color(_ at: Int) -> SIMD4<Float> {
    SIMD4(Lab.linear(Float(bytes[at])), Lab.linear(Float(bytes[at + 1])), Lab.linear(Float(bytes[at + 2])), 0)
  }
}
