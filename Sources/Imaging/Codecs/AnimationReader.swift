internal import CWebP

/// The frames of an animated WebP, one after the other, each as the whole picture that is shown.
///
/// In memory lie the file, the frame that was read last and two more of its size.
public struct AnimationReader: ~Copyable {
  public let header: AnimationHeader

  /// How many frames were read.
  public private(set) var count = 0

  private let watch: Watch
  private let decoder: OpaquePointer
  /// The decoder reads from here as long as it lives, and an array's bytes may move.
  private let file: UnsafeMutableBufferPointer<UInt8>

  /// Begins to read; memory is taken only for a file within `limits`.
  ///
  /// - Throws: as `AnimationHeader`.
  public init(
    _ bytes: [UInt8], limits: DecodeLimits = .standard, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(ImagingError) {
    let header = try AnimationHeader(of: bytes, limits: limits)
    let file = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = file.initialize(from: bytes)
    guard let decoder = Self.decoder(of: UnsafeBufferPointer(file)) else {
      file.deallocate()
      throw .damaged(format: "webp", detail: "no memory for the WebP reader", byte: nil)
    }
    self.header = header
    self.watch = Watch(deadline: limits.deadline, isCancelled: isCancelled)
    self.file = file
    self.decoder = decoder
  }

  deinit {
    WebPAnimDecoderDelete(decoder)
    file.deallocate()
  }

  /// The next frame as straight sRGB; nil after the last one.
  ///
  /// - Throws: `damaged`, `cancelled`, `timedOut`.
  public mutating func next() throws(ImagingError) -> (picture: Raster, milliseconds: Int)? {
    guard count < header.durations.count else { return nil }
    try watch.check()
    var pixels: UnsafeMutablePointer<UInt8>?
    var end: Int32 = 0
    guard WebPAnimDecoderGetNext(decoder, &pixels, &end) != 0, let pixels else {
      throw .damaged(format: "webp", detail: "frame \(count + 1) is damaged", byte: nil)
    }
    let bytes = Array(UnsafeBufferPointer(start: pixels, count: header.width * header.height * 4))
    defer { count += 1 }
    return (
      Raster(width: header.width, height: header.height, format: .srgba, bytes: bytes), header.durations[count]
    )
  }

  private static func decoder(of file: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    var options = WebPAnimDecoderOptions()
    guard WebPAnimDecoderOptionsInit(&options) != 0 else { return nil }
    options.color_mode = MODE_RGBA
    var data = WebPData(bytes: file.baseAddress, size: file.count)
    return WebPAnimDecoderNew(&data, &options)
  }
}
