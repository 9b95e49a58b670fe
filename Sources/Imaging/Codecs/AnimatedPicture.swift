/// An animated WebP in the making: frames go in one by one, the file comes out at the end.
///
/// A pixel that is the same as in the frame before is not written again: inside unchanged areas of 7 × 7 px and more it
/// decodes to exactly what it was, so that nothing flickers there, lossy or not. Every frame stays a frame of its own
/// with its own duration, also where nothing changes. libwebp's own animation encoder does neither; in a lossy file it
/// takes nearly the same for the same, and a slow change of light is lost in it.
///
/// The same frames always give the same bytes. In memory lie the file so far and the last frame.
public struct AnimatedPicture: Sendable {
  /// How long a frame may be shown, in ms.
  public static let durations = 1...60_000

  /// The most frames.
  public static let maxFrames = 1_000

  private let quality: Int?
  private let loops: Int
  private let maxBytes: Int
  private var last: Raster?
  private var frames = WebPFrames()

  /// An animation without frames.
  ///
  /// `quality` is 0 to 100 and brought into that range; nil keeps every byte of every frame. `loops` is how often the
  /// animation is shown, 0 for without end.
  ///
  /// - Throws: `badParameter` when `loops` is not between 0 and 65 535.
  public init(quality: Int?, loops: Int = 0, maxBytes: Int = 1 << 30) throws(ImagingError) {
    guard 0...65_535 ~= loops else { throw .badParameter(name: "loops", detail: "must be between 0 and 65535") }
    self.quality = quality.map { min(max($0, 0), 100) }
    self.loops = loops
    self.maxBytes = min(maxBytes, WebPFrames.maxBytes)
  }

  /// The number of frames so far.
  public var count: Int { frames.count }

  /// Adds a frame that is shown for so many ms. The first one decides the size.
  ///
  /// Lossy frames are meant to be opaque: where one has transparency, unchanged pixels around it may be written again.
  ///
  /// - Throws: `badParameter` when the frame is not `srgba` or not as large as the first, when the duration is not in
  ///   `durations`, or when there are `maxFrames` already; `tooLarge` when a side has more than 16 383 px;
  ///   `tooManyBytes` when the file would outgrow `maxBytes`. The animation is then what it was before.
  /// - Cost: one encoding of what changed, on one thread.
  public mutating func add(_ frame: Raster, milliseconds: Int) throws(ImagingError) {
    try check(frame, milliseconds)
    let patch = if let last { try FramePatch(from: last, to: frame) } else { FramePatch(whole: frame) }
    let still = try WebPCodec.write(patch, quality: quality)
    let size = frames.size(with: still)
    guard size <= maxBytes else { throw .tooManyBytes(count: size, maxBytes: maxBytes) }
    frames.append(still, patch: patch, milliseconds: milliseconds)
    last = frame
  }

  private func check(_ frame: Raster, _ milliseconds: Int) throws(ImagingError) {
    guard frame.format == .srgba else {
      throw .badParameter(name: "frame", detail: "must be straight sRGB with alpha")
    }
    try WebPCodec.checkSize(of: frame)
    if let last, (last.width, last.height) != (frame.width, frame.height) {
      throw .badParameter(name: "frame", detail: "must have \(last.width) × \(last.height) px like the first")
    }
    guard Self.durations ~= milliseconds else {
      throw .badParameter(
        name: "milliseconds", detail: "must be between \(Self.durations.lowerBound) and \(Self.durations.upperBound)")
    }
    guard count < Self.maxFrames else {
      throw .badParameter(name: "frames", detail: "must be at most \(Self.maxFrames)")
    }
  }

  /// The file with the frames so far.
  ///
  /// - Throws: `badParameter` when there are none.
  public func finish() throws(ImagingError) -> [UInt8] {
    guard let last else { throw .badParameter(name: "frames", detail: "must be at least one") }
    return frames.file(width: last.width, height: last.height, loops: loops)
  }
}
