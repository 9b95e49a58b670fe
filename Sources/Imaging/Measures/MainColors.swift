/// The main colors of what a cut-out shows, as its photo has them, light and shade included.
///
/// Levels that differ mostly in lightness are one color: a lit and a shaded side have the same paint.
public struct MainColors: Sendable, Hashable {
  /// One color, and how much of the opaque px have it, 0 to 1.
  public struct Entry: Sendable, Hashable {
    public var color: PixelColor
    public var share: Double

    public init(color: PixelColor, share: Double) {
      self.color = color
      self.share = share
    }
  }

  /// The largest first; those of less than 4 % are left out.
  public let entries: [Entry]

  /// Measures a straight-alpha `srgba` picture; only px with full alpha count. Cost: linear.
  public init(of cutout: Raster) {
    guard cutout.format == .srgba else {
      entries = []
      return
    }
    var bins = [Bin](repeating: Bin(), count: 4_096)
    var opaque = 0
    cutout.bytes.withUnsafeBufferPointer { bytes in
      for place in stride(from: 0, to: bytes.count - 3, by: 4) where bytes[place + 3] == 255 {
        let index = Int(bytes[place] >> 4) << 8 | Int(bytes[place + 1] >> 4) << 4 | Int(bytes[place + 2] >> 4)
        bins[index].add(bytes[place], bytes[place + 1], bytes[place + 2])
        opaque += 1
      }
    }
    guard opaque > 0 else {
      entries = []
      return
    }
    // The bins in the order of their numbers where they are as large, so that the answer is always the same.
    let order = bins.indices.filter { bins[$0].count > 0 }.sorted { (bins[$1].count, $0) < (bins[$0].count, $1) }
    var groups: [(center: LabColor, bin: Bin)] = []
    for index in order {
      let lab = LabColor(bins[index].color)
      if let near = groups.firstIndex(where: { $0.center.isSamePaint(as: lab) }) {
        groups[near].bin.add(bins[index])
      } else {
        groups.append((lab, bins[index]))
      }
    }
    entries = groups.map { Entry(color: $0.bin.color, share: Double($0.bin.count) / Double(opaque)) }
      .filter { $0.share >= 0.04 }.sorted { $0.share > $1.share }
  }

  private struct Bin {
    var count = 0
    private var sum = SIMD3<Int>.zero

    mutating func add(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      count += 1
      sum &+= SIMD3(Int(red), Int(green), Int(blue))
    }

    mutating func add(_ other: Bin) {
      count += other.count
      sum &+= other.sum
    }

    /// The mean.
    var color: PixelColor {
      func level(_ sum: Int) -> UInt8 { UInt8(clamping: (sum + count / 2) / max(count, 1)) }
      return PixelColor(red: level(sum.x), green: level(sum.y), blue: level(sum.z))
    }
  }
}

extension LabColor {
  /// Whether it may be the same paint in other light.
  fileprivate func isSamePaint(as other: LabColor) -> Bool {
    let (l, a, b) = (0.4 * (lightness - other.lightness), a - other.a, b - other.b)
    return l * l + a * a + b * b < 16 * 16
  }
}
