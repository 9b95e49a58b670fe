internal import Glibc

/// The sRGB transfer curve. Source: IEC 61966-2-1:1999, 5.2.
public enum Transfer {
  /// Linear light, 0 to 1, of an sRGB value from 0 to 1.
  public static func linear(_ encoded: Float) -> Float { Float(linear(Double(encoded))) }

  /// The sRGB value, 0 to 1, of linear light from 0 to 1.
  public static func encoded(_ linear: Float) -> Float { Float(encoded(Double(linear))) }

  static func linear(_ encoded: Double) -> Double {
    encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
  }

  static func encoded(_ linear: Double) -> Double {
    linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055
  }
}

/// The transfer curve as the tables that the kernels take.
struct TransferTables: Sendable {
  static let shared = TransferTables()

  /// Light, 0 to 1, of the 256 levels.
  let linear: [Float]

  /// Where each level begins when light is rounded to the nearest level; the last of 257 is beyond all light.
  let thresholds: [Float]

  /// The level of i / 4096. Levels are at least 1.2 / 4096 apart, so one comparison finishes the search.
  let first: [UInt8]

  /// Light of the 256 levels as 0 to 16256.
  let linearSamples: [UInt16]

  /// The level of light i / 16383.
  let encodedSamples: [UInt8]

  private init() {
    linear = (0..<256).map { Float(Transfer.linear(Double($0) / 255)) }
    let thresholds = (0...256).map { level -> Float in
      level == 0 ? 0 : level == 256 ? .infinity : Float(Transfer.linear((Double(level) - 0.5) / 255))
    }
    var level = 0
    first = (0...4096).map { step in
      while Float(step) / 4096 >= thresholds[level + 1] { level += 1 }
      return UInt8(level)
    }
    self.thresholds = thresholds
    linearSamples = (0..<256).map { UInt16((Transfer.linear(Double($0) / 255) * 16_256).rounded()) }
    encodedSamples = (0..<16_384).map { UInt8((Transfer.encoded(Double($0) / 16_383) * 255).rounded()) }
  }
}
