internal import CShims

/// PNG through libpng.
enum PNGCodec {
  /// The most bytes that one chunk may fill when inflated. Far above `ColorProfile.maxBytes`, because libpng only drops a
  /// chunk that is larger, and a picture must not lose its profile without a word.
  private static let maxChunkBytes = 64 << 20

  /// The stored rows with four channels in the file's own colors.
  static func read(_ bytes: [UInt8], header: ImageHeader, watch: Watch) throws(ImagingError) -> StoredPicture {
    let call = CodecCall(format: .png, watch: watch)
    let pixels = try pixels(of: bytes, header: header, channels: 4, call: call)
    let (width, height) = header.storedSize
    return StoredPicture(
      raster: Raster(width: width, height: height, format: .srgba, bytes: pixels), colors: header.colors,
      profile: call.output.isEmpty ? nil : call.output)
  }

  /// The stored rows of a gray file, one channel, alpha dropped.
  static func readGray(_ bytes: [UInt8], header: ImageHeader, watch: Watch) throws(ImagingError) -> Raster {
    let call = CodecCall(format: .png, watch: watch)
    let pixels = try pixels(of: bytes, header: header, channels: 1, call: call)
    let (width, height) = header.storedSize
    return Raster(width: width, height: height, format: .mask, bytes: pixels)
  }

  private static func pixels(
    of bytes: [UInt8], header: ImageHeader, channels: Int, call: CodecCall
  ) throws(ImagingError) -> [UInt8] {
    let (width, height) = header.storedSize
    return try .filled(count: width * height * channels) { target throws(ImagingError) in
      try call.run { context, fault in
        bytes.withUnsafeBufferPointer { input in
          var source = krafd_png_source(
            bytes: input.baseAddress, count: input.count, pixels: target, width: UInt32(width), height: UInt32(height),
            channels: Int32(channels), max_chunk_bytes: maxChunkBytes, poll: CodecCall.poll, profile: CodecCall.sink,
            context: context)
          krafd_png_read(&source, &fault)
        }
      }
    }
  }

  /// A PNG of a straight picture or a mask; colors of transparent pixels are kept.
  static func write(_ raster: Raster, level: Int, watch: Watch) throws(ImagingError) -> [UInt8] {
    let call = CodecCall(format: .png, watch: watch)
    let dropsAlpha = raster.format == .srgba && raster.isOpaque
    try call.run { context, fault in
      raster.bytes.withUnsafeBufferPointer { pixels in
        var target = krafd_png_target(
          pixels: pixels.baseAddress, width: UInt32(raster.width), height: UInt32(raster.height),
          channels: Int32(raster.format.bytesPerPixel), drops_alpha: dropsAlpha ? 1 : 0, level: Int32(level),
          poll: CodecCall.poll, sink: CodecCall.sink, context: context)
        krafd_png_write(&target, &fault)
      }
    }
    return call.output
  }
}
