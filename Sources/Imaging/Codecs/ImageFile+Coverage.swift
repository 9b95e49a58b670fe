extension ImageFile {
  /// Reads any picture as a mask: its alpha where it has transparency, else its gray levels.
  ///
  /// - Throws: as `decode`; `badParameter` named `mask` for an opaque picture with colors.
  public static func decodeCoverage(
    _ bytes: [UInt8], limits: DecodeLimits = .standard, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> Raster {
    let header = try header(of: bytes, limits: limits)
    if header.format == .png, header.colors == .gray, !header.hasAlpha {
      return try decodeMask(bytes, limits: limits, isCancelled: isCancelled)
    }
    let picture = try decode(bytes, limits: limits, isCancelled: isCancelled)
    if !picture.isOpaque {
      let alpha = stride(from: 3, to: picture.bytes.count, by: 4).map { picture.bytes[$0] }
      return Raster(width: picture.width, height: picture.height, format: .mask, bytes: alpha)
    }
    guard let mask = picture.grayLevels else {
      throw .badParameter(name: "mask", detail: "must be a gray picture, or one with transparency")
    }
    return mask
  }
}
