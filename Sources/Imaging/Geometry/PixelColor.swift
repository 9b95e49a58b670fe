/// One pixel's color: sRGB levels and straight alpha, 0 to 255.
public struct PixelColor: Sendable, Hashable {
  public static let white = PixelColor(red: 255, green: 255, blue: 255)
  public static let clear = PixelColor(red: 0, green: 0, blue: 0, alpha: 0)

  public var red, green, blue, alpha: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The bytes of one pixel of `format`; in a mask, the alpha.
  func bytes(in format: PixelFormat) -> [UInt8] {
    switch format {
    case .srgba: [red, green, blue, alpha]
    case .srgbaPremultiplied: [red, green, blue].map { UInt8((Int($0) * Int(alpha) + 127) / 255) } + [alpha]
    case .mask: [alpha]
    }
  }
}
