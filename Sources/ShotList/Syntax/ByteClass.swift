extension UInt8 {
  /// Space or tab.
  var isSpace: Bool { self == 0x20 || self == 0x09 }

  /// LF or CR.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// An ASCII letter.
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }

  /// A byte of a UTF-8 character that is not its first.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension [UInt8] {
  /// `range` without spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  /// The first place in `range` where the byte does not satisfy `isPart`; its end when all do.
  func end(of range: Range<Int>, while isPart: (UInt8) -> Bool) -> Int {
    var place = range.lowerBound
    while place < range.upperBound, isPart(self[place]) { place += 1 }
    return place
  }

  /// Whether the ASCII text `word` stands at `place`, before `end`.
  func has(_ word: StaticString, at place: Int, before end: Int) -> Bool {
    guard place >= 0, end <= count, end - place >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { self[place + $0] == buffer[$0] }
    }
  }

  /// The first place of the ASCII text `word` in `range`.
  func first(_ word: StaticString, in range: Range<Int>) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length > 0, range.count >= length else { return nil }
    return (range.lowerBound...(range.upperBound - length)).first { has(word, at: $0, before: range.upperBound) }
  }

  /// Where the handle that begins at the start of `range` ends: letters of any script, digits, `-` and `_`.
  func handleEnd(in range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = self[place]
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        place += 1
      } else if byte >= 0x80 {
        let next = end(of: place + 1..<range.upperBound, while: \.isContinuation)
        guard String(decoding: self[place..<next], as: UTF8.self).unicodeScalars.allSatisfy(\.isWordPart) else { break }
        place = next
      } else {
        break
      }
    }
    return place
  }
}

extension Unicode.Scalar {
  /// A letter of any script, or a mark on one.
  fileprivate var isWordPart: Bool {
    properties.isAlphabetic || [.nonspacingMark, .spacingMark, .decimalNumber].contains(properties.generalCategory)
  }
}
