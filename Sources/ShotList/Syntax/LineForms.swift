extension [UInt8] {
  /// `key: value`, or `nil`: a key is one ASCII word of up to 32 bytes. `https://…` is none.
  func property(in line: Range<Int>) -> PropertySyntax? {
    guard self[line.lowerBound].isLetter else { return nil }
    let keyEnd = end(of: line) { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    let colon = end(of: keyEnd..<line.upperBound, while: \.isSpace)
    guard keyEnd - line.lowerBound <= 32, has(":", at: colon, before: line.upperBound),
      !has("://", at: colon, before: line.upperBound)
    else { return nil }
    return PropertySyntax(
      key: line.lowerBound..<keyEnd, colon: colon, value: trimmed(colon + 1..<line.upperBound))
  }

  /// `@handle = path kind`, or `nil`: without `=` it is a prompt.
  func reference(in line: Range<Int>) -> ReferenceSyntax? {
    guard self[line.lowerBound] == UInt8(ascii: "@") else { return nil }
    let handle = line.lowerBound + 1..<handleEnd(in: line.lowerBound + 1..<line.upperBound)
    let sign = end(of: handle.upperBound..<line.upperBound, while: \.isSpace)
    guard !handle.isEmpty, has("=", at: sign, before: line.upperBound) else { return nil }
    let value = trimmed(sign + 1..<line.upperBound)
    let (path, rest) = pathAndRest(value)
    return ReferenceSyntax(handle: handle, path: path, kind: trimmed(rest))
  }

  private func pathAndRest(_ value: Range<Int>) -> (path: Range<Int>, rest: Range<Int>) {
    if has("\"", at: value.lowerBound, before: value.upperBound),
      let close = first("\"", in: value.lowerBound + 1..<value.upperBound)
    {
      return (value.lowerBound + 1..<close, close + 1..<value.upperBound)
    }
    let end = end(of: value) { !$0.isSpace }
    return (value.lowerBound..<end, end..<value.upperBound)
  }

  /// The handles, colors, quotes and comments of a line of prompt. Cost: linear.
  func promptSpans(in line: Range<Int>) -> [PromptSpan] {
    var spans: [PromptSpan] = []
    var missing: Set<UInt8> = []
    var place = line.lowerBound
    while place < line.upperBound {
      if let span = span(at: place, in: line, missing: &missing) {
        spans.append(span)
        place = span.range.upperBound
      } else {
        place += 1
      }
    }
    return spans
  }

  /// `missing` holds the first bytes of those pairs whose end was searched for in the rest of the line and not found.
  private func span(at place: Int, in line: Range<Int>, missing: inout Set<UInt8>) -> PromptSpan? {
    let isWordStart = place == line.lowerBound || !(self[place - 1].isLetter || self[place - 1].isDigit)
    switch self[place] {
    case UInt8(ascii: "@") where isWordStart:
      let end = handleEnd(in: place + 1..<line.upperBound)
      return end > place + 1 ? PromptSpan(kind: .handle, range: place..<end) : nil
    case UInt8(ascii: "#") where isWordStart:
      let end = end(of: place + 1..<Swift.min(place + 8, line.upperBound), while: \.isHexDigit)
      let goesOn = end < line.upperBound && (self[end].isLetter || self[end].isDigit)
      return end == place + 7 && !goesOn ? PromptSpan(kind: .color, range: place..<end) : nil
    case UInt8(ascii: "\""):
      return pair("\"", "\"", .quoted, at: place, in: line, missing: &missing)
    case 0xE2:
      return pair("\u{201C}", "\u{201D}", .quoted, at: place, in: line, missing: &missing)
    case UInt8(ascii: "<"):
      return pair("<!--", "-->", .comment, at: place, in: line, missing: &missing)
    default:
      return nil
    }
  }

  private func pair(
    _ open: StaticString, _ close: StaticString, _ kind: PromptSpan.Kind, at place: Int, in line: Range<Int>,
    missing: inout Set<UInt8>
  ) -> PromptSpan? {
    guard has(open, at: place, before: line.upperBound), !missing.contains(self[place]) else { return nil }
    guard let end = first(close, in: place + open.utf8CodeUnitCount..<line.upperBound) else {
      missing.insert(self[place])
      return nil
    }
    return PromptSpan(kind: kind, range: place..<end + close.utf8CodeUnitCount)
  }
}
