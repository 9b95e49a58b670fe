/// Sums of money as people read them.
public enum Money {
  /// Micro-dollars: `0`, or dollars with as many decimals as the sum needs, at least two: `$0.04`, `$0.0005`.
  public static func text(_ micros: Int64) -> String {
    guard micros != 0 else { return "0" }
    let digits = String(micros.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    var decimals = padded.suffix(6)
    while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
    return (micros < 0 ? "-" : "") + "$\(padded.dropLast(6)).\(decimals)"
  }
}
