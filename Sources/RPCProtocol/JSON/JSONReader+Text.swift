extension JSONReader {
  /// Reads a text whose opening quote is at `at`.
  mutating func string() throws(JSONSyntaxError) -> String {
    at += 1
    let start = at
    let isASCII = skipPlain()
    guard at < end else { throw failure(.endsEarly) }
    guard base[at] == UInt8(ascii: "\"") else { return try escapedString(from: start, isASCII: isASCII) }
    let bytes = UnsafeBufferPointer(start: base + start, count: at - start)
    at += 1
    // The decoding initializer would mend bytes that are not UTF-8, but ASCII needs no mending and this is faster.
    return isASCII ? String(decoding: bytes, as: UTF8.self) : try validated(bytes, from: start)
  }

  /// Goes on with a text that holds an escape or a control character at `at`.
  private mutating func escapedString(from start: Int, isASCII: Bool) throws(JSONSyntaxError) -> String {
    var bytes = Array(UnsafeBufferPointer(start: base + start, count: at - start))
    var isASCII = isASCII
    while at < end, base[at] != UInt8(ascii: "\"") {
      guard base[at] == UInt8(ascii: "\\") else { throw failure(.controlCharacter) }
      try escape(into: &bytes)
      isASCII = isASCII && bytes.last.map { $0 < 0x80 } ?? true
      let runStart = at
      isASCII = skipPlain() && isASCII
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: at - runStart))
    }
    guard at < end else { throw failure(.endsEarly) }
    at += 1
    return isASCII ? String(decoding: bytes, as: UTF8.self) : try validated(bytes, from: start)
  }

  /// Goes to the next quote, backslash or control character, or to the end, and says whether all before it is ASCII.
  @inline(__always)
  private mutating func skipPlain() -> Bool {
    let run = PlainRun(at: base + at, count: end - at)
    at += run.length
    return run.isASCII
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
