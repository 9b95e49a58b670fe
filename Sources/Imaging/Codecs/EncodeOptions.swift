/// How a picture is written. Values outside their range are brought into it.
public struct EncodeOptions: Sendable, Equatable {
  /// For files that people get: quality 90, optimized Huffman tables, PNG level 6.
  public static let export = EncodeOptions(quality: 90, level: .small, optimizesHuffman: true)

  /// For files that only live in the cache: quality 85, PNG level 1.
  public static let cache = EncodeOptions(quality: 85, level: .fast)

  /// 1 to 100, for JPEG and lossy WebP.
  public var quality: Int

  /// The effort for PNG.
  public var level: Level

  /// How JPEG keeps color detail.
  public var chroma: Chroma

  /// Whether JPEG gets Huffman tables made for the picture: some percent smaller, up to four times the time.
  public var optimizesHuffman: Bool

  /// Whether WebP keeps every byte.
  public var isLossless: Bool

  public init(
    quality: Int = 90, level: Level = .normal, chroma: Chroma = .byQuality, optimizesHuffman: Bool = false,
    isLossless: Bool = false
  ) {
    self.quality = min(max(quality, 1), 100)
    self.level = level
    self.chroma = chroma
    self.optimizesHuffman = optimizesHuffman
    self.isLossless = isLossless
  }

  /// The zlib level of a PNG. Filters are chosen row by row, by `small` among more of them; masks have none.
  public enum Level: Int, Sendable, CaseIterable {
    case fast = 1
    case normal = 3
    case small = 6
  }

  /// How many color samples a JPEG keeps.
  public enum Chroma: Sendable, CaseIterable {
    /// 4:2:0 up to quality 85; 4:4:4 above, where printed text and saturated red show the difference.
    case byQuality
    /// 4:4:4.
    case full
    /// 4:2:0.
    case halved
  }

  var halvesChroma: Bool {
    switch chroma {
    case .byQuality: quality <= 85
    case .full: false
    case .halved: true
    }
  }
}
