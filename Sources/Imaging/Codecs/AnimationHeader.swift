internal import CWebP

/// What an animated WebP says about itself before any pixel is read.
public struct AnimationHeader: Sendable, Equatable {
  /// The size of every frame, in px.
  public var width: Int
  public var height: Int

  /// How long each frame is shown, in ms and in order.
  public var durations: [Int]

  /// Reads what the file says, within `limits`. Nothing large is allocated.
  ///
  /// - Throws: `tooManyBytes`; `damaged` for bytes that are no whole animated WebP, and for more frames or other
  ///   durations than an `AnimatedPicture` takes; `tooLarge` when a frame has more px than allowed.
  public init(of bytes: [UInt8], limits: DecodeLimits = .standard) throws(ImagingError) {
    guard bytes.count <= limits.maxBytes else { throw .tooManyBytes(count: bytes.count, maxBytes: limits.maxBytes) }
    guard let header = bytes.withUnsafeBufferPointer(Self.read) else {
      throw .damaged(format: "webp", detail: "it is no whole animation", byte: nil)
    }
    let (pixels, overflow) = header.width.multipliedReportingOverflow(by: header.height)
    guard !overflow, pixels <= limits.maxPixels else {
      throw .tooLarge(width: header.width, height: header.height, maxPixels: limits.maxPixels)
    }
    guard 1...AnimatedPicture.maxFrames ~= header.durations.count else {
      let detail = "it has \(header.durations.count) frames; 1 to \(AnimatedPicture.maxFrames) are read"
      throw .damaged(format: "webp", detail: detail, byte: nil)
    }
    if let odd = header.durations.first(where: { !(AnimatedPicture.durations ~= $0) }) {
      throw .damaged(format: "webp", detail: "a frame is shown for \(odd) ms", byte: nil)
    }
    self = header
  }

  /// Whether the bytes begin as those of an animated WebP do, rather than as one picture's.
  public static func announcesAnimation(_ bytes: [UInt8]) -> Bool {
    var features = WebPBitstreamFeatures()
    return WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK && features.has_animation != 0
  }

  private init(width: Int, height: Int, durations: [Int]) {
    self.width = width
    self.height = height
    self.durations = durations
  }

  /// Nil for anything but a whole animation. Frames beyond one too many are not listed.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> AnimationHeader? {
    var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
    guard let file = WebPDemux(&data) else { return nil }
    defer { WebPDemuxDelete(file) }
    guard WebPDemuxGetI(file, WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG.rawValue != 0 else { return nil }
    var durations: [Int] = []
    var frame = WebPIterator()
    defer { WebPDemuxReleaseIterator(&frame) }
    var isFrame = WebPDemuxGetFrame(file, 1, &frame) != 0
    while isFrame, durations.count <= AnimatedPicture.maxFrames {
      durations.append(Int(frame.duration))
      isFrame = WebPDemuxNextFrame(&frame) != 0
    }
    return AnimationHeader(
      width: Int(WebPDemuxGetI(file, WEBP_FF_CANVAS_WIDTH)), height: Int(WebPDemuxGetI(file, WEBP_FF_CANVAS_HEIGHT)),
      durations: durations)
  }
}
