/// The bytes at the start of a text that JSON writes as they are: no control character, quote or backslash.
struct PlainRun {
  /// How many bytes.
  private(set) var length = 0

  /// Whether all of them are ASCII.
  private(set) var isASCII = true

  /// Looks at `count` bytes, eight at a time.
  @inline(__always)
  init(at start: UnsafePointer<UInt8>, count: Int) {
    var seen: UInt64 = 0
    while count - length >= 8 {
      let word = UnsafeRawPointer(start + length).loadUnaligned(as: UInt64.self)
      guard !Self.hasSpecial(word) else { break }
      seen |= word
      length += 8
    }
    while length < count, !Self.isSpecial(start[length]) {
      seen |= UInt64(start[length])
      length += 1
    }
    isASCII = seen & 0x8080_8080_8080_8080 == 0
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Whether one of eight bytes is special. A byte is below n ≤ 128 if subtracting n borrows into its top bit while the
  /// byte's own top bit is clear; it equals m if it is zero, so below one, after exclusive or with m.
  ///
  /// A borrow out of a lower byte can only add a false answer above a true one, which is harmless here.
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let control = (word &- ones &* 0x20) & ~word
    let quote = (quotes &- ones) & ~quotes
    let backslash = (backslashes &- ones) & ~backslashes
    return (control | quote | backslash) & (ones &* 0x80) != 0
  }
}
