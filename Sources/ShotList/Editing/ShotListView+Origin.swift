extension ShotListView {
  /// The phrase at a byte offset of a prompt that enhancing would write there, and who says it; nil for an author's own words.
  func origin(at offset: Int) -> (range: Range<Int>, phrase: PromptPhrase)? {
    guard var shot = resolvedShot(at: offset),
      let syntax = file.shots.first(where: { $0.heading == shot.heading })
    else { return nil }
    let written = syntax.body.prompt.filter { $0.content.isEmpty == false }.flatMap { words(in: $0.content) }
    shot.prompt = ""
    for phrase in PromptWriter(self, shot).phrases where phrase.isFree {
      let wanted = phrase.text.split(separator: " ").map { $0.lowercased().plain }
      guard !wanted.isEmpty, wanted.count <= written.count else { continue }
      for start in 0...written.count - wanted.count {
        let range = written[start].range.lowerBound..<written[start + wanted.count - 1].range.upperBound
        guard range.lowerBound <= offset, offset <= range.upperBound else { continue }
        if zip(written[start...], wanted).allSatisfy({ $0.word == $1 }) { return (range, phrase) }
      }
    }
    return nil
  }

  /// The words of a line without the marks behind them.
  private func words(in line: Range<Int>) -> [(range: Range<Int>, word: String)] {
    bytes[line].split(separator: UInt8(ascii: " ")).map { part in
      let word = String(decoding: part, as: UTF8.self).lowercased()
      return (part.startIndex..<part.endIndex - (word.utf8.count - word.plain.utf8.count), word.plain)
    }
  }
}

extension String {
  /// Without marks at its end.
  fileprivate var plain: String {
    var text = self[...]
    while let last = text.last, ".,;:!?".contains(last) { text.removeLast() }
    return String(text)
  }
}
