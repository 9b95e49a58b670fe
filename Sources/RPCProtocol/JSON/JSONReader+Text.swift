extension JSONReader {
  /// Reads a text whose opening quote is at `at`.
  mutating func string() throws(JSONSyntaxError) -> String {
    at += 1
    let start = at
    skipPlain()
    guard at < end else { throw failure(.endsEarly) }
    guard base[at] == UInt8(ascii: "\"") else { return try escapedString(from: start) }
    let text = try validated(UnsafeBufferPointer(start: base + start, count: at - start), from: start)
    at += 1
    return text
  }

  /// Goes on with a text that holds an escape or a control character at `at`.
  private mutating func escapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var bytes: [UInt8] = []
    var runStart = start
    while true {
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: at - runStart))
      guard at < end else { throw failure(.endsEarly) }
      if base[at] == UInt8(ascii: "\"") { break }
      guard base[at] == UInt8(ascii: "\\") else { throw failure(.controlCharacter) }
      try escape(into: &bytes)
      runStart = at
      skipPlain()
    }
    let text = try validated(bytes, from: start)
    at += 1
    return text
  }

  /// Goes to the next quote, backslash or control character, or to the end.
  @inline(__always)
  private mutating func skipPlain() {
    while at < end, base[at] >= 0x20, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "\\") { at += 1 }
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONSyntaxError) {
    let start = at
    at += 1
    guard at < end else { throw failure(.endsEarly) }
    let letter = base[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"): bytes.append(contentsOf: Unicode.UTF8.encode(try scalar(from: start)) ?? .init())
    default: throw JSONSyntaxError(offset: start, problem: .badEscape)
    }
  }

  /// Reads four hexadecimal digits at `at`, and the second half of a surrogate pair when they are a first half.
  private mutating func scalar(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, at + 1 < end, base[at] == UInt8(ascii: "\\"), base[at + 1] == UInt8(ascii: "u") else {
      throw JSONSyntaxError(offset: start, problem: .loneSurrogate)
    }
    at += 2
    let second = try hexadecimal(from: at - 2)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
    else { throw JSONSyntaxError(offset: start, problem: .loneSurrogate) }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    guard end - at >= 4 else { throw JSONSyntaxError(offset: end, problem: .endsEarly) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch base[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = base[at] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = base[at] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = base[at] - UInt8(ascii: "A") + 10
      default: throw JSONSyntaxError(offset: start, problem: .badEscape)
      }
      value = value * 16 + UInt32(digit)
      at += 1
    }
    return value
  }

  /// Takes bytes as text, if they are UTF-8. The error names the start of the text.
  @inline(__always)
  private func validated(_ bytes: some Collection<UInt8>, from start: Int) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSONSyntaxError(offset: start, problem: .badUTF8)
    }
    return text
  }
}
