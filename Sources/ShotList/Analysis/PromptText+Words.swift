extension [UInt8] {
  /// Adds the words of a line of a prompt. `joint` is what stands before the line's first sign, and then behind its last word.
  ///
  /// A word is a run of letters and digits; a point between digits, an apostrophe between letters and the stroke of “f/8”
  /// belong to it.
  func appendWords(
    in line: Range<Int>, _ spans: [PromptSpan], _ product: ProductWords, after joint: inout PromptText.Joint,
    to words: inout [PromptText.Word]
  ) {
    var place = line.lowerBound
    var silent = spans[...]
    while place < line.upperBound {
      guard self[place].isWordByte else {
        joint.take(self[place], isTight: place > line.lowerBound && self[place - 1].isWordByte)
        place += 1
        continue
      }
      let end = wordEnd(from: place, in: line)
      let range = place..<end
      silent = silent.drop { $0.range.upperBound <= range.lowerBound }
      let span = silent.first.flatMap { $0.range.overlaps(range) ? $0 : nil }
      let key = self[range].wordKey
      let isHandle = span?.kind == .handle && product.handles.contains(key)
      words.append(
        PromptText.Word(
          range: range, key: key, joint: joint, isSilent: span != nil,
          isProduct: isHandle || (span == nil && product.nouns.contains(key))))
      joint = .hyphen
      place = end
    }
  }

  private func wordEnd(from start: Int, in line: Range<Int>) -> Int {
    var place = start
    while place < line.upperBound {
      if self[place].isWordByte {
        place += 1
      } else if place > start, place + 1 < line.upperBound, joins(place, from: start) {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  /// Whether the sign at `place` belongs to the word around it.
  private func joins(_ place: Int, from start: Int) -> Bool {
    switch self[place] {
    case UInt8(ascii: "."): self[place - 1].isDigit && self[place + 1].isDigit
    case UInt8(ascii: "'"): self[place - 1].isLetter && self[place + 1].isLetter
    case UInt8(ascii: "/"): place == start + 1 && self[start] | 0x20 == UInt8(ascii: "f") && self[place + 1].isDigit
    default: false
    }
  }
}

extension PromptText.Joint {
  /// Takes one more sign between two words; `isTight` when it follows the word directly. Before the first sign a joint is
  /// a hyphen, which stays only where a hyphen is all there is.
  fileprivate mutating func take(_ byte: UInt8, isTight: Bool) {
    switch (byte, self) {
    case (_, .stop): break
    case (UInt8(ascii: "-"), .hyphen) where isTight: break
    case (UInt8(ascii: "."), _), (UInt8(ascii: ";"), _), (UInt8(ascii: ":"), _), (UInt8(ascii: "!"), _),
      (UInt8(ascii: "?"), _), (UInt8(ascii: "("), _), (UInt8(ascii: ")"), _):
      self = .stop
    case (UInt8(ascii: ","), _): self = .comma
    case (_, .comma): break
    case _ where byte.isSpace || byte.isLineEnd || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@"): self = .space
    // Quotes, strokes and other signs part words as a comma does.
    default: self = .comma
    }
  }
}

extension [PromptText.Word] {
  /// Marks what the prompt says is not wanted: up to six words after “no”, “without” and their like, to the end of the
  /// clause, and on through a list that ends with “or”.
  mutating func markNegated() {
    var left = 0
    for place in indices {
      switch self[place].joint {
      case .stop: left = 0
      case .comma where !continuesList(at: place): left = 0
      default: break
      }
      self[place].isNegated = left > 0
      if self[place].isSilent { continue }
      // “Free of text”, but not “wrinkle-free linen”.
      let isFree = self[place].key == Self.free
      let frees = isFree && place + 1 < count && Self.freeFrom.contains(self[place + 1].key)
      if isFree ? frees : Self.negations.contains(self[place].key) {
        left = 6
      } else if Self.ends.contains(self[place].key) {
        left = 0
      } else if !Self.links.contains(self[place].key) {
        left = Swift.max(0, left - 1)
      }
    }
  }

  /// Whether short items follow up to an “or”, within twelve words.
  private func continuesList(at start: Int) -> Bool {
    var length = 0
    for place in start..<Swift.min(start + 12, count) {
      if place > start, self[place].joint == .stop { return false }
      if Self.links.contains(self[place].key) { return true }
      length = self[place].joint == .comma ? 1 : length + 1
      if length > 3 { return false }
    }
    return false
  }

  private static let negations = Set<UInt64>(
    words:
      "no not nothing nobody never without avoid avoiding nor neither none don't doesn't isn't aren't instead rather exclude excluding "
      + "omit remove removing lacking non hide")
  private static let free = "free".utf8.wordKey
  private static let freeFrom = Set<UInt64>(words: "of from")
  private static let ends = Set<UInt64>(words: "but only just yet")
  private static let links = Set<UInt64>(words: "or nor")
}

extension UInt8 {
  /// A letter, a digit or a part of another script's letter.
  fileprivate var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
}
