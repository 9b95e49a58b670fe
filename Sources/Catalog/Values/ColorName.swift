/// A word for a color, with the color that stands for it.
public struct ColorName: Sendable, Hashable {
  /// Lower case, words parted by one space: `powder blue`.
  public var name: String
  public var color: HexColor

  /// Whether it names every light and dark color of a hue, as “green” does and “mint” does not.
  public var isFamily: Bool

  /// All names that krafd knows.
  public static let all: [ColorName] = rows.map { row in
    let (red, green, blue) = (row.color >> 16, row.color >> 8 & 0xFF, row.color & 0xFF)
    return ColorName(
      name: row.name, color: HexColor(red: UInt8(red), green: UInt8(green), blue: UInt8(blue)), isFamily: row.isFamily)
  }
}
