import Glibc

/// The sRGB transfer curve. Source: IEC 61966-2-1.
enum Tone {
  private static let linearTable: [Float] = (0..<256).map { byte in
    let value = Double(byte) / 255
    return Float(value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
  }

  /// Linear light, 0 to 1, of a byte.
  static func linear(_ byte: UInt8) -> Float { linearTable[Int(byte)] }

  /// 4 096 steps of the square root of linear light, so that dark tones are as fine as bright ones.
  private static let encodedTable: [Float] = (0...4_096).map { step in
    let linear = Double(step) / 4_096 * Double(step) / 4_096
    return Float(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055))
  }

  /// The tone, 0 to 255, of linear light; below 0 counts as 0, above 1 as 1. Good to 0.01.
  static func encoded(_ linear: Float) -> Float {
    let place = min(max(linear, 0), 1).squareRoot() * 4_096
    let step = min(Int(place), 4_095)
    let rest = place - Float(step)
    return encodedTable[step] + rest * (encodedTable[step + 1] - encodedTable[step])
  }
}

func arcSine(_ value: Double) -> Double { asin(min(max(value, -1), 1)) }
func tangent(_ degrees: Double) -> Double { tan(degrees * .pi / 180) }
func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
func power(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }
func logarithm(_ value: Float) -> Float { logf(value) }

/// The direction of a vector in degrees, -180 to 180: 0 ahead, 90 to the right.
func angle(right: Double, ahead: Double) -> Double { atan2(right, ahead) * 180 / .pi }
