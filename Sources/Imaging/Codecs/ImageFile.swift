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
      case .webp: try WebPHeader(bytes).header
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
    var stored =
      switch header.format {
      case .png: try PNGCodec.read(bytes, header: header, watch: watch)
      case .jpeg: try JPEGCodec.read(bytes, fitting: longerSide, watch: watch)
      case .webp: try WebPCodec.read(bytes, watch: watch)
      }
    try ColorProfile.convertToSRGB(&stored, format: header.format, watch: watch)
    return header.orientation.apply(to: try fit(stored.raster, longerSide, watch: watch))
  }

  /// Reads a mask: gray levels as they are stored, 16 bits rounded to 8, alpha and profiles left aside.
  ///
  /// - Throws: as `decode`; also `damaged` for a picture with colors.
  public static func decodeMask(
    _ bytes: [UInt8], limits: DecodeLimits = .standard, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> Raster {
    let header = try header(of: bytes, limits: limits)
    let watch = Watch(deadline: limits.deadline, isCancelled: isCancelled)
    try watch.check()
    if header.format == .png, header.colors == .gray {
      return header.orientation.apply(to: try PNGCodec.readGray(bytes, header: header, watch: watch))
    }
    let picture = try decode(bytes, limits: limits, isCancelled: isCancelled)
    guard let mask = picture.grayLevels else {
      throw .damaged(format: header.format.rawValue, detail: "a mask must be gray", byte: nil)
    }
    return mask
  }

  private static func fit(_ raster: Raster, _ longerSide: Int?, watch: Watch) throws(ImagingError) -> Raster {
    guard let longerSide, longerSide < max(raster.width, raster.height) else { return raster }
    do throws(ImagingError) {
      return try raster.resize(within: longerSide, longerSide, isCancelled: { watch.reason != nil })
    } catch {
      throw watch.reason ?? error
    }
  }

  /// Writes a picture or a mask; the same raster and options always give the same bytes.
  ///
  /// PNG and lossless WebP keep alpha, and the colors under it. JPEG shows a picture with alpha over white, mixed in gamma
  /// space. A mask becomes 8 bit gray. PNG says that it is sRGB; JPEG and WebP without a profile mean it.
  ///
  /// - Throws: `tooLarge` when the format cannot hold the size, `cancelled`; `badParameter` for premultiplied bytes.
  public static func encode(
    _ raster: Raster, as format: ImageFormat, options: EncodeOptions = EncodeOptions(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> [UInt8] {
    let watch = Watch(deadline: nil, isCancelled: isCancelled)
    try watch.check()
    guard raster.format != .srgbaPremultiplied else {
      throw .badParameter(name: "raster", detail: "must have straight alpha")
    }
    switch format {
    case .png: return try PNGCodec.write(raster, level: options.level.rawValue, watch: watch)
    case .jpeg:
      return try JPEGCodec.write(raster.format == .mask ? raster : raster.over(.white), options: options, watch: watch)
    case .webp:
      return try WebPCodec.write(raster.format == .mask ? raster.grayPicture : raster, options: options, watch: watch)
    }
  }
}
