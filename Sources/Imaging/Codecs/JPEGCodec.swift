internal import CShims

/// JPEG through libjpeg-turbo.
enum JPEGCodec {
  /// More scans than any encoder writes; each one costs a pass over the whole picture.
  private static let maxScans = 64

  /// The stored rows, reduced by the largest power of two that leaves the longer side at least `longerSide`.
  static func read(
    _ bytes: [UInt8], fitting longerSide: Int?, watch: Watch
  ) throws(ImagingError) -> StoredPicture {
    let segments = try JPEGHeader(bytes)
    let stored = segments.header.storedSize
    let eighths = eighths(of: max(stored.width, stored.height), fitting: longerSide)
    let (width, height) = (scaled(stored.width, eighths), scaled(stored.height, eighths))
    let isCMYK = segments.header.colors == .cmyk
    let call = CodecCall(format: .jpeg, watch: watch)
    let pixels = try [UInt8].filled(count: width * height * 4) { target throws(ImagingError) in
      try call.run { context, fault in
        bytes.withUnsafeBufferPointer { input in
          var source = krafd_jpeg_source(
            bytes: input.baseAddress, count: input.count, pixels: target, width: UInt32(width), height: UInt32(height),
            eighths: Int32(eighths), as_cmyk: isCMYK ? 1 : 0, max_scans: Int32(maxScans), poll: CodecCall.poll,
            context: context)
          krafd_jpeg_read(&source, &fault)
        }
      }
    }
    return StoredPicture(
      raster: Raster(width: width, height: height, format: .srgba, bytes: pixels), colors: segments.header.colors,
      profile: segments.profile)
  }

  /// The longest side that libjpeg writes, in px.
  private static let maxSide = 65_500

  /// A JFIF file of an opaque picture or a mask.
  ///
  /// - Throws: `tooLarge` when a side is longer than `maxSide`; `cancelled`.
  static func write(
    _ raster: Raster, options: EncodeOptions, watch: Watch
  ) throws(ImagingError) -> [UInt8] {
    guard raster.width <= maxSide, raster.height <= maxSide else {
      throw .tooLarge(width: raster.width, height: raster.height, maxPixels: maxSide * maxSide)
    }
    let call = CodecCall(format: .jpeg, watch: watch)
    try call.run { context, fault in
      raster.bytes.withUnsafeBufferPointer { pixels in
        var target = krafd_jpeg_target(
          pixels: pixels.baseAddress, width: UInt32(raster.width), height: UInt32(raster.height),
          channels: Int32(raster.format.bytesPerPixel), quality: Int32(options.quality),
          chroma_step: options.halvesChroma ? 2 : 1, optimized: options.optimizesHuffman ? 1 : 0, poll: CodecCall.poll,
          sink: CodecCall.sink, context: context)
        krafd_jpeg_write(&target, &fault)
      }
    }
    return call.output
  }

  /// The scale of the inverse transform, in eighths.
  private static func eighths(of side: Int, fitting longerSide: Int?) -> Int {
    guard let longerSide else { return 8 }
    return [1, 2, 4].first { scaled(side, $0) >= longerSide } ?? 8
  }

  private static func scaled(_ side: Int, _ eighths: Int) -> Int { (side * eighths + 7) / 8 }
}
