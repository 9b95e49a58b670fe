/// A picture's file, and how much of the picture it kept.
public struct EncodedPicture: Sendable, Equatable {
  /// The whole file.
  public let bytes: [UInt8]

  /// The quality that it was written with, 1 to 100; nil where every level is kept.
  public let quality: Int?
}

extension ImageFile {
  /// The qualities that are tried, best first: below 70, a photo of a product shows it.
  public static let qualities = [95, 92, 88, 84, 80, 75, 70]

  /// Writes a picture with the best of `qualities` whose file has at most `maxBytes`; the best of all without a limit.
  ///
  /// A PNG is lossless. A WebP is so too when the picture has transparency and the file is small enough, otherwise lossy.
  ///
  /// - Throws: as `encode`; `tooManyBytes` with the size of the smallest file when none fits.
  /// - Cost: up to one encoding a quality, and one more for a WebP with transparency.
  public static func encode(
    _ raster: Raster, as format: ImageFormat, atMost maxBytes: Int?,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) -> EncodedPicture {
    var smallest = Int.max
    for quality in attempts(for: raster, as: format) {
      let options = EncodeOptions(
        quality: quality ?? EncodeOptions.export.quality, level: EncodeOptions.export.level,
        optimizesHuffman: EncodeOptions.export.optimizesHuffman, isLossless: quality == nil)
      let bytes = try encode(raster, as: format, options: options, isCancelled: isCancelled)
      if bytes.count <= maxBytes ?? .max { return EncodedPicture(bytes: bytes, quality: quality) }
      smallest = min(smallest, bytes.count)
    }
    throw .tooManyBytes(count: smallest, maxBytes: maxBytes ?? .max)
  }

  /// The qualities to try for a picture, nil for lossless.
  private static func attempts(for raster: Raster, as format: ImageFormat) -> [Int?] {
    switch format {
    case .png: [nil]
    case .jpeg: qualities
    case .webp: raster.isOpaque ? qualities : [nil] + qualities
    }
  }
}
