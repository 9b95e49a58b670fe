extension JSONReader {
  /// Reads a number whose minus sign or first digit is at `at`.
  mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = at
    let isNegative = base[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let integer = try digits(from: start)
    if at - start > (isNegative ? 2 : 1), base[start + (isNegative ? 1 : 0)] == UInt8(ascii: "0") {
      throw JSONSyntaxError(offset: start, problem: .badNumber)
    }
    guard at < end, base[at] == UInt8(ascii: ".") || base[at] | 0x20 == UInt8(ascii: "e") else {
      return .integer(try Self.signed(integer, isNegative: isNegative, at: start))
    }
    return .double(try double(from: start, integer: integer, isNegative: isNegative))
  }

  /// Reads at least one digit, and answers their value if it fits.
  private mutating func digits(from start: Int) throws(JSONSyntaxError) -> UInt64? {
    let first = at
    var value: UInt64 = 0
    var fits = true
    while at < end, case let digit = base[at] &- UInt8(ascii: "0"), digit <= 9 {
      if at - first < 18 {
        value = value &* 10 &+ UInt64(digit)
      } else {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        value = sum
        fits = fits && !overflow && !carry
      }
      at += 1
    }
    if at == first { throw at < end ? JSONSyntaxError(offset: start, problem: .badNumber) : failure(.endsEarly) }
    if at - start > JSONValue.maxNumberLength { throw JSONSyntaxError(offset: start, problem: .badNumber) }
    return fits ? value : nil
  }

  private static func signed(_ value: UInt64?, isNegative: Bool, at start: Int) throws(JSONSyntaxError) -> Int {
    guard let value, value <= UInt64(Int.max) + (isNegative ? 1 : 0) else {
      throw JSONSyntaxError(offset: start, problem: .numberOutOfRange)
    }
    return isNegative ? Int(truncatingIfNeeded: 0 &- value) : Int(value)
  }

  /// Goes on at the point or the exponent of a number.
  private mutating func double(from start: Int, integer: UInt64?, isNegative: Bool) throws(JSONSyntaxError) -> Double {
    var fraction: UInt64? = 0
    var places = 0
    if base[at] == UInt8(ascii: ".") {
      at += 1
      let first = at
      fraction = try digits(from: start)
      places = at - first
    }
    var exponent: Int? = 0
    if at < end, base[at] | 0x20 == UInt8(ascii: "e") { exponent = try self.exponent(from: start) }
    if at - start > JSONValue.maxNumberLength { throw JSONSyntaxError(offset: start, problem: .badNumber) }
    let exact = Self.exact(integer: integer, fraction: fraction, places: places, exponent: exponent)
    if let exact { return isNegative ? -exact : exact }
    let text = String(decoding: UnsafeBufferPointer(start: base + start, count: at - start), as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw JSONSyntaxError(offset: start, problem: .numberOutOfRange)
    }
    return value
  }

  private mutating func exponent(from start: Int) throws(JSONSyntaxError) -> Int? {
    at += 1
    let isNegative = at < end && base[at] == UInt8(ascii: "-")
    if isNegative || (at < end && base[at] == UInt8(ascii: "+")) { at += 1 }
    guard let size = try digits(from: start), size < 1 << 20 else { return nil }
    return isNegative ? -Int(size) : Int(size)
  }

  /// The number, when one rounding suffices: up to 2^53 times or by an exact power of ten.
  ///
  /// Source: W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990.
  private static func exact(integer: UInt64?, fraction: UInt64?, places: Int, exponent: Int?) -> Double? {
    guard let integer, let fraction, let exponent, places <= 15, integer <= 1 << 53 else { return nil }
    let (scaled, overflow) = integer.multipliedReportingOverflow(by: integerPowers[places])
    let (digits, carry) = scaled.addingReportingOverflow(fraction)
    let power = exponent - places
    guard !overflow, !carry, digits <= 1 << 53, (-22...22).contains(power) else { return nil }
    return power < 0 ? Double(digits) / powers[-power] : Double(digits) * powers[power]
  }
}

/// 10^0 to 10^15.
private let integerPowers: [UInt64] = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
]

/// 10^0 to 10^22, the powers of ten that a double holds exactly.
private let powers: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
