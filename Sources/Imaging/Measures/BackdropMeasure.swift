/// What the border of a picture says about its backdrop, and how much of the frame the rest fills.
///
/// These are facts about pixels, in sRGB levels; what a channel makes of them is not known here. A mask is measured as
/// the gray picture that it is shown as.
public struct BackdropMeasure: Sendable, Equatable {
  /// How far the levels of a border that counts as one color may lie from it.
  public static let borderTolerance = 2

  /// How far a level must lie from the border's color to be more than noise or the traces of a JPEG.
  public static let contentsTolerance = 12

  /// The share of the outer frame, 1 px wide, that is exactly white and opaque, 0 to 1.
  public let borderWhite: Double

  /// The mean color of the outer frame, when all of it is opaque and within `borderTolerance` of one color.
  public let uniformBorder: PixelColor?

  /// Whether any pixel has an alpha below 255.
  public let hasAlpha: Bool

  /// The smallest rectangle around everything that differs from `uniformBorder` by more than `contentsTolerance` in any
  /// channel; nil without a uniform border and when nothing differs.
  public let contents: CutOut.Bounds?

  /// The longer side of `contents` as a share of the frame's side that it runs along, 0 to 1.
  public let fill: Double?

  /// Measures a picture.
  ///
  /// - Cost: every byte is read once, those outside `contents` twice.
  public init(of picture: Raster) {
    let raster = picture.grayPicture
    let border = BorderLevels(of: raster)
    borderWhite = border.whiteShare
    uniformBorder = border.color
    hasAlpha = !raster.isOpaque
    contents = border.color.flatMap {
      ContentsScan(raster, ground: $0, tolerance: Self.contentsTolerance).bounds
    }
    fill = contents.map { box in
      box.width >= box.height
        ? Double(box.width) / Double(raster.width) : Double(box.height) / Double(raster.height)
    }
  }
}

/// The levels of the outer frame of a picture, 1 px wide.
private struct BorderLevels {
  private var lowest = [UInt8](repeating: 255, count: 4)
  private var highest = [UInt8](repeating: 0, count: 4)
  private var sums = [Int](repeating: 0, count: 4)
  private var count = 0
  private var white = 0

  init(of raster: Raster) {
    let (right, bottom) = (raster.width - 1, raster.height - 1)
    for y in Set([0, bottom]) { for x in 0...right { add(raster, x, y) } }
    guard bottom > 1 else { return }
    for x in Set([0, right]) { for y in 1..<bottom { add(raster, x, y) } }
  }

  private mutating func add(_ raster: Raster, _ x: Int, _ y: Int) {
    let start = (y * raster.width + x) * 4
    var isWhite = true
    for channel in 0..<4 {
      let level = raster.bytes[start + channel]
      lowest[channel] = min(lowest[channel], level)
      highest[channel] = max(highest[channel], level)
      sums[channel] += Int(level)
      isWhite = isWhite && level == 255
    }
    count += 1
    if isWhite { white += 1 }
  }

  var whiteShare: Double { Double(white) / Double(count) }

  /// The mean, moved as little as puts every level within the tolerance of it.
  var color: PixelColor? {
    let reach = BackdropMeasure.borderTolerance
    guard lowest[3] == 255 else { return nil }
    var levels: [UInt8] = []
    for channel in 0..<3 {
      let (low, high) = (Int(highest[channel]) - reach, Int(lowest[channel]) + reach)
      guard low <= high else { return nil }
      levels.append(UInt8(min(max((sums[channel] + count / 2) / count, low, 0), high, 255)))
    }
    return PixelColor(red: levels[0], green: levels[1], blue: levels[2])
  }
}
