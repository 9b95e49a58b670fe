/// A header as far as it was read.
struct FrameHeader: Sendable {
  private var line: [UInt8] = []
  private var byteCount = 0
  private var length: Int?

  /// Whether nothing was read yet.
  var isEmpty: Bool { byteCount == 0 }

  /// Takes bytes up to the empty line that ends the header, and then answers the length of the body.
  ///
  /// Lines end with `\r\n`, or with `\n` as some old clients write it.
  mutating func take(
    from rest: inout Slice<UnsafeBufferPointer<UInt8>>, maxMessageBytes: Int
  ) throws(FrameError) -> Int? {
    while let byte = rest.popFirst() {
      byteCount += 1
      guard byteCount <= Frame.maxHeaderBytes else { throw .headerTooLong }
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty {
        guard let length else { throw .missingLength }
        return length
      }
      try takeLine(maxMessageBytes: maxMessageBytes)
      line.removeAll(keepingCapacity: true)
    }
    return nil
  }

  private mutating func takeLine(maxMessageBytes: Int) throws(FrameError) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy(Self.isToken),
      line[colon...].allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) })
    else { throw .malformedLine }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = Self.trimmed(line[(colon + 1)...])
    switch name {
    case "content-length":
      guard length == nil else { throw .repeatedLength }
      length = try Self.length(value, maxMessageBytes: maxMessageBytes)
    case "content-type": try Self.checkCharset(value)
    default: break
    }
  }

  /// Whether a byte may stand in a name. Source: RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func length(_ value: ArraySlice<UInt8>, maxMessageBytes: Int) throws(FrameError) -> Int {
    guard !value.isEmpty, value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .badLength
    }
    var length = 0
    for digit in value {
      // The bound keeps the arithmetic far from overflow.
      length = min(length, maxMessageBytes) * 10 + Int(digit - UInt8(ascii: "0"))
      guard length <= maxMessageBytes else { throw .messageTooLarge(maxBytes: maxMessageBytes) }
    }
    return length
  }

  private static func checkCharset(_ value: ArraySlice<UInt8>) throws(FrameError) {
    for parameter in value.split(separator: UInt8(ascii: ";")).dropFirst() {
      let text = String(decoding: trimmed(parameter), as: UTF8.self).lowercased()
      guard text.hasPrefix("charset=") else { continue }
      let charset = text.dropFirst("charset=".count).filter { $0 != "\"" }
      guard charset == "utf-8" || charset == "utf8" else { throw .unsupportedCharset }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }
}
