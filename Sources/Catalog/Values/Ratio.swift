/// Width to height of a picture, in whole numbers 1 to 10 000, written `4:5`; not reduced.
public struct Ratio: Hashable, Sendable {
  public let width: Int
  public let height: Int

  /// The part that either number may take.
  public static let bounds = 1...10_000

  /// `nil` when a number lies outside `bounds`.
  public init?(width: Int, height: Int) {
    guard Self.bounds.contains(width), Self.bounds.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads `4:5`, with spaces around the colon allowed; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let space = UInt8(ascii: " ")
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { part in
      Int(String(decoding: part.drop { $0 == space }.reversed().drop { $0 == space }.reversed(), as: UTF8.self))
    }
    guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
    self.init(width: width, height: height)
  }

  /// The square.
  public static let square = Ratio(unchecked: 1, 1)

  /// As a user writes it: `4:5`.
  public var text: String { "\(width):\(height)" }

  /// The picture of this ratio whose longer side is `side` px; the shorter side is rounded to the nearest px, at least 1.
  public func size(longerSide side: Int) -> PixelSize {
    let longer = max(width, height)
    let bounded = min(max(side, 1), PixelSize.bounds.upperBound)
    func scaled(_ part: Int) -> Int { max(1, (bounded * part * 2 + longer) / (longer * 2)) }
    return PixelSize(width: scaled(width), height: scaled(height))
  }

  private init(unchecked width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }
}

extension Ratio: Codable {
  /// Throws: `DecodingError` when the value is no ratio.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let ratio = Ratio(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "A ratio is two numbers, like 4:5")
    }
    self = ratio
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
