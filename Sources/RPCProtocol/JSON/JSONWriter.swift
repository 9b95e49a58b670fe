extension JSONValue {
  /// The document as UTF-8 bytes, without blanks and with the members in their order.
  ///
  /// A double that is not finite, which JSON cannot say, is written as `null`; the reader never makes one.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes()
  }

  /// The document as text.
  public var text: String { String(decoding: encoded(), as: UTF8.self) }
}

/// A growing buffer of bytes: appending to it costs less than to an array, which checks who owns it each time.
private struct JSONWriter: ~Copyable {
  private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
  private var capacity = 512
  private var count = 0

  deinit { base.deallocate() }

  func bytes() -> [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write(word: "null")
    case .bool(true): write(word: "true")
    case .bool(false): write(word: "false")
    case .integer(let integer): write(integer)
    case .double(let double) where double.isFinite: write(ascii: double.description)
    case .double: write(word: "null")
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    }
  }

  private mutating func write(_ elements: [JSONValue]) {
    write(byte: UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { write(byte: UInt8(ascii: ",")) }
      isFirst = false
      write(element)
    }
    write(byte: UInt8(ascii: "]"))
  }

  private mutating func write(_ object: JSONObject) {
    write(byte: UInt8(ascii: "{"))
    var isFirst = true
    for member in object.members {
      if !isFirst { write(byte: UInt8(ascii: ",")) }
      isFirst = false
      write(member.key)
      write(byte: UInt8(ascii: ":"))
      write(member.value)
    }
    write(byte: UInt8(ascii: "}"))
  }

  private mutating func write(_ integer: Int) {
    reserve(20)
    if integer < 0 { append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    var length = 1
    // The magnitude of an integer is below 10^19, and 10^19 is below 2^64.
    var bound: UInt = 10
    while rest >= bound {
      length += 1
      bound *= 10
    }
    for place in (0..<length).reversed() {
      base[count + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count + 2)
      append(UInt8(ascii: "\""))
      if let start = bytes.baseAddress { write(start, count: bytes.count) }
      write(byte: UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ start: UnsafePointer<UInt8>, count: Int) {
    var done = 0
    while done < count {
      let length = PlainRun(at: start + done, count: count - done).length
      write(UnsafeBufferPointer(start: start + done, count: length))
      done += length
      guard done < count else { return }
      write(escaped: start[done])
      done += 1
    }
  }

  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write(word: "\\\"")
    case UInt8(ascii: "\\"): write(word: "\\\\")
    case 0x0A: write(word: "\\n")
    case 0x0D: write(word: "\\r")
    case 0x09: write(word: "\\t")
    default:
      write(word: byte < 0x10 ? "\\u000" : "\\u001")
      write(byte: byte & 0x0F < 10 ? UInt8(ascii: "0") + (byte & 0x0F) : UInt8(ascii: "a") + (byte & 0x0F) - 10)
    }
  }

  private mutating func write(ascii text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  private mutating func write(word: StaticString) {
    write(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  @inline(__always)
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  private mutating func write(byte: UInt8) {
    reserve(1)
    append(byte)
  }

  /// Appends to space that was reserved.
  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  /// Makes room for `more` bytes, doubling so that the cost stays linear.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
