internal import CWebP

/// WebP through libwebp.
enum WebPCodec {
  /// The longest side that the format holds, in px.
  static let maxSide = 16_383

  static func read(_ bytes: [UInt8], watch: Watch) throws(ImagingError) -> StoredPicture {
    let file = try WebPHeader(bytes)
    let (width, height) = file.header.storedSize
    let pixels = try [UInt8].filled(count: width * height * 4) { target throws(ImagingError) in
      guard let decoder = WebPINewRGB(MODE_RGBA, target, width * height * 4, Int32(width * 4)) else {
        throw .damaged(format: "webp", detail: "no memory for the WebP reader", byte: nil)
      }
      defer { WebPIDelete(decoder) }
      try feed(bytes, to: decoder, watch: watch)
    }
    return StoredPicture(
      raster: Raster(width: width, height: height, format: .srgba, bytes: pixels), colors: .rgb, profile: file.profile)
  }

  /// Gives the decoder the file in steps, so that long work can be stopped between them.
  private static func feed(_ bytes: [UInt8], to decoder: OpaquePointer, watch: Watch) throws(ImagingError) {
    let step = max(1 << 16, bytes.count / 64)
    var status = VP8_STATUS_SUSPENDED
    var given = 0
    while given < bytes.count, status == VP8_STATUS_SUSPENDED {
      try watch.check()
      given = min(bytes.count, given + step)
      status = WebPIUpdate(decoder, bytes, given)
    }
    if status == VP8_STATUS_SUSPENDED {
      throw .damaged(format: "webp", detail: "the file ends early", byte: bytes.count)
    }
    guard status == VP8_STATUS_OK else {
      throw .damaged(format: "webp", detail: "the picture data are damaged", byte: nil)
    }
  }

  /// - Throws: `tooLarge` when a side is longer than `maxSide`; `cancelled`.
  static func write(_ raster: Raster, options: EncodeOptions, watch: Watch) throws(ImagingError) -> [UInt8] {
    try checkSize(of: raster)
    var config = WebPConfig()
    guard WebPConfigInit(&config) != 0 else { throw unwritable }
    config.quality = Float(options.isLossless ? 70 : options.quality)
    config.lossless = options.isLossless ? 1 : 0
    config.exact = options.isLossless ? 1 : 0
    return try write(raster, config: &config, watch: watch)
  }

  /// A frame of an animation as a file of its own; `quality` is 0 to 100, or nil for lossless.
  ///
  /// The effort is lower than for stills: a lossy frame takes half the time and some percent more bytes.
  static func write(_ patch: FramePatch, quality: Int?) throws(ImagingError) -> [UInt8] {
    var config = WebPConfig()
    guard WebPConfigInit(&config) != 0 else { throw unwritable }
    config.quality = Float(quality ?? 50)
    config.method = quality == nil ? 0 : 2
    config.lossless = quality == nil ? 1 : 0
    // Colors under alpha 0 are never seen where the last frame shows through.
    config.exact = quality == nil && !patch.blends ? 1 : 0
    return try write(patch.pixels, config: &config, watch: Watch(deadline: nil, isCancelled: { false }))
  }

  /// - Throws: `tooLarge` when a side is longer than `maxSide`.
  static func checkSize(of raster: Raster) throws(ImagingError) {
    guard raster.width <= maxSide, raster.height <= maxSide else {
      throw .tooLarge(width: raster.width, height: raster.height, maxPixels: maxSide * maxSide)
    }
  }

  private static func write(
    _ raster: Raster, config: inout WebPConfig, watch: Watch
  ) throws(ImagingError) -> [UInt8] {
    var picture = WebPPicture()
    guard WebPPictureInit(&picture) != 0 else { throw unwritable }
    picture.use_argb = config.lossless
    picture.width = Int32(raster.width)
    picture.height = Int32(raster.height)
    defer { WebPPictureFree(&picture) }
    guard
      raster.bytes.withUnsafeBufferPointer({ pixels in
        WebPPictureImportRGBA(&picture, pixels.baseAddress, Int32(raster.width * 4)) != 0
      })
    else { throw unwritable }
    return try encode(&config, &picture, watch: watch)
  }

  private static func encode(
    _ config: inout WebPConfig, _ picture: inout WebPPicture, watch: Watch
  ) throws(ImagingError) -> [UInt8] {
    let output = Output(watch: watch)
    let context = Unmanaged.passUnretained(output).toOpaque()
    picture.custom_ptr = context
    picture.user_data = context
    picture.writer = { bytes, count, picture in
      guard let context = picture?.pointee.custom_ptr else { return 0 }
      let output = Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      output.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
      return 1
    }
    picture.progress_hook = { _, picture in
      guard let context = picture?.pointee.user_data else { return 0 }
      return Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().watch.reason == nil ? 1 : 0
    }
    let isWritten = withExtendedLifetime(output) { WebPEncode(&config, &picture) != 0 }
    try watch.check()
    guard isWritten else { throw unwritable }
    return output.bytes
  }

  private static let unwritable = ImagingError.damaged(format: "webp", detail: "libwebp could not write it", byte: nil)

  /// What the callbacks share.
  private final class Output {
    let watch: Watch
    var bytes: [UInt8] = []

    init(watch: Watch) { self.watch = watch }
  }
}
