/// Picture files in memory: what they are, reading them, writing them.
public enum ImageFile {
  /// The format of a file, told by its first bytes; nil for anything else.
  public static func format(of bytes: [UInt8]) -> ImageFormat? {
    ImageFormat(signatureOf: bytes)
  }

  /// What the file says about its picture, within `limits`. No pixel is read and nothing large is allocated.
  ///
  /// - Throws: `unknownFormat`, `damaged`, `tooLarge`, `tooManyBytes`.
  public static func header(
    of bytes: [UInt8], limits: DecodeLimits = .standard
  ) throws(ImagingError) -> ImageHeader {
    guard let format = format(of: bytes) else { throw .unknownFormat }
    guard bytes.count <= limits.maxBytes else { throw .tooManyBytes(count: bytes.count, maxBytes: limits.maxBytes) }
    let header =
      switch format {
      case .png: try PNGHeader.read(bytes)
      case .jpeg: try JPEGHeader(bytes).header
      case .webp: throw ImagingError.unknownFormat
      }
    let (pixels, overflow) = header.width.multipliedReportingOverflow(by: header.height)
    guard !overflow, pixels <= limits.maxPixels else {
      throw .tooLarge(width: header.width, height: header.height, maxPixels: limits.maxPixels)
    }
    return header
  }

  /// Reads a picture as straight sRGB (`srgba`), turned the way it is shown.
  ///
  /// With `fitting`, a picture whose longer side has more px is reduced to that many; a JPEG is then read at a half, a
  /// quarter or an eighth of its size where that suffices.
  ///
  /// - Throws: `unknownFormat`, `damaged`, `tooLarge`, `tooManyBytes`, `cancelled`, `timedOut`. A file that ends early is
  ///   `damaged`, never half a picture.
  public static func decode(
    _ bytes: [UInt8], limits: DecodeLimits = .standard, fitting longerSide: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> Raster {
    let header = try header(of: bytes, limits: limits)
    let watch = Watch(deadline: limits.deadline, isCancelled: isCancelled)
    try watch.check()
    let stored =
      switch header.format {
      case .png: try PNGCodec.read(bytes, header: header, watch: watch)
      case .jpeg: try JPEGCodec.read(bytes, fitting: longerSide, watch: watch)
      case .webp: throw ImagingError.unknownFormat
      }
    return header.orientation.apply(to: try fit(stored.raster, longerSide, isCancelled: isCancelled))
  }

  private static func fit(
    _ raster: Raster, _ longerSide: Int?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> Raster {
    guard let longerSide, longerSide < max(raster.width, raster.height) else { return raster }
    return try raster.resize(within: longerSide, longerSide, isCancelled: isCancelled)
  }

  /// Writes a picture or a mask; the same raster and options always give the same bytes.
  ///
  /// PNG and WebP keep alpha, and the colors under it; JPEG shows a picture with alpha over white. A mask becomes 8 bit
  /// gray.
  ///
  /// - Throws: `tooLarge` when the format cannot hold the size, `cancelled`.
  public static func encode(
    _ raster: Raster, as format: ImageFormat, options: EncodeOptions = EncodeOptions(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> [UInt8] {
    let watch = Watch(deadline: nil, isCancelled: isCancelled)
    switch format {
    case .png: return try PNGCodec.write(raster, level: options.level.rawValue, watch: watch)
    case .jpeg: return try JPEGCodec.write(raster, options: options, watch: watch)
    case .webp: throw .unknownFormat
    }
  }
}
