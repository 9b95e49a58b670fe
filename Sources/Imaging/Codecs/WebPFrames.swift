/// The frames of an animated WebP, as they lie in its file. Source: RFC 9649, section 2.7.
struct WebPFrames {
  /// The most bytes of a file whose lengths have 32 bits.
  static let maxBytes = 0xFFFF_FFFE

  /// How many frames there are.
  private(set) var count = 0

  private var chunks: [UInt8] = []
  private var hasAlpha = false

  /// The bytes before the first frame: the file's head and the chunks VP8X and ANIM.
  private static let headSize = 12 + 18 + 14

  /// The bytes of a frame's chunk before its picture.
  private static let frameHeadSize = 8 + 16

  /// The size of the file when the frame `still` were in it, in bytes.
  func size(with still: [UInt8]) -> Int {
    Self.headSize + chunks.count + Self.frameHeadSize + Self.picture(in: still).count
  }

  /// Adds a frame, whose patch is written in the file `still`. It stays until the next one.
  mutating func append(_ still: [UInt8], patch: FramePatch, milliseconds: Int) {
    let picture = Self.picture(in: still)
    chunks += Array("ANMF".utf8) + Self.little(16 + picture.count, count: 4)
    chunks += [patch.x / 2, patch.y / 2, patch.pixels.width - 1, patch.pixels.height - 1, milliseconds].flatMap {
      Self.little($0, count: 3)
    }
    chunks += [patch.blends ? 0 : 0b10] + picture
    hasAlpha = hasAlpha || !patch.pixels.isOpaque
    count += 1
  }

  /// The whole file; `loops` is 0 for without end.
  func file(width: Int, height: Int, loops: Int) -> [UInt8] {
    var file = Array("RIFF".utf8) + Self.little(Self.headSize - 8 + chunks.count, count: 4) + Array("WEBP".utf8)
    file += Array("VP8X".utf8) + Self.little(10, count: 4) + [hasAlpha ? 0b1_0010 : 0b10, 0, 0, 0]
    file += Self.little(width - 1, count: 3) + Self.little(height - 1, count: 3)
    file += Array("ANIM".utf8) + Self.little(6, count: 4) + [0, 0, 0, 0] + Self.little(loops, count: 2)
    return file + chunks
  }

  /// The chunks of a still file that a frame holds: all but the head and VP8X, whose facts stand in the frame's head.
  private static func picture(in still: [UInt8]) -> ArraySlice<UInt8> {
    let chunks = still.dropFirst(12)
    return chunks.starts(with: Array("VP8X".utf8)) ? chunks.dropFirst(18) : chunks
  }

  private static func little(_ number: Int, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
