/// What a `TextPosition` counts in a line.
public enum PositionEncoding: String, CaseIterable, Sendable {
  /// Bytes.
  case utf8 = "utf-8"
  /// Two-byte units, as in UTF-16; a character outside the basic plane counts two.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}

/// A place in a text as editors say it; both numbers count from zero.
public struct TextPosition: Hashable, Comparable, Sendable {
  public var line: Int

  /// Units of the agreed encoding from the line's start.
  public var character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// Byte offsets of a text to lines and characters, and back.
///
/// Lines end with LF, CRLF or CR. Cost: linear once; then a binary search and the length of one line.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]

  /// The offset at which each line begins; the first is 0.
  private let starts: [Int]

  /// Indexes UTF-8 bytes.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    for (place, byte) in bytes.enumerated() where byte.isLineEnd {
      let isFirstOfPair = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      if !isFirstOfPair { starts.append(place + 1) }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The number of lines; a text that ends with a line end has an empty last one.
  public var lineCount: Int { starts.count }

  /// The position of a byte offset. An offset outside the text is taken as its nearest end, one inside a character as
  /// the character's start, and one inside a line end as the end of its line.
  public func position(at offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let bounded = min(max(offset, 0), bytes.count)
    let line = line(of: bounded)
    let content = content(of: line)
    var end = min(bounded, content.upperBound)
    while end > content.lowerBound, end < content.upperBound, bytes[end].isContinuation { end -= 1 }
    let units = bytes[content.lowerBound..<end].reduce(0) { $0 + $1.units(encoding) }
    return TextPosition(line: line, character: units)
  }

  /// The byte offset of a position. A line or character beyond the end is taken as the end, one inside a character as the
  /// character's start.
  public func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return bytes.count }
    let content = content(of: position.line)
    var units = 0
    var place = content.lowerBound
    while place < content.upperBound {
      let next = bytes.end(of: place + 1..<content.upperBound, while: \.isContinuation)
      units += bytes[place..<next].reduce(0) { $0 + $1.units(encoding) }
      if units > position.character { break }
      place = next
    }
    return place
  }

  /// A range cut into its lines, without their line ends.
  public func lines(of range: Range<Int>) -> [Range<Int>] {
    let bounded = range.clamped(to: 0..<bytes.count)
    return (line(of: bounded.lowerBound)...line(of: bounded.upperBound)).map { content(of: $0).clamped(to: bounded) }
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func content(of line: Int) -> Range<Int> {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// What the byte adds to a count: a character's first byte counts for the whole of it.
  fileprivate func units(_ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: 1
    case .utf16: isContinuation ? 0 : (self >= 0xF0 ? 2 : 1)
    case .utf32: isContinuation ? 0 : 1
    }
  }
}
