/// The words of a prompt with their places in the text.
struct PromptText {
  /// Lines that adjoin, so that a phrase may go over a line end.
  struct Run {
    var range: Range<Int>
    /// Handles, colors, quotes and comments, which are not meant as words.
    var silent: [Range<Int>]
  }

  let runs: [Run]
  private let bytes: [UInt8]
  /// The words in lower case, so that most phrases are known to be absent at once.
  private let words: Set<[UInt8]>

  init(_ prompt: [SyntaxNode], in tree: SyntaxTree) {
    bytes = tree.bytes
    var runs: [Run] = []
    for node in prompt {
      guard case .prompt(let spans) = node.kind else { continue }
      if let last = runs.indices.last, runs[last].range.upperBound == node.range.lowerBound {
        runs[last].range = runs[last].range.lowerBound..<node.range.upperBound
        runs[last].silent += spans.map(\.range)
      } else {
        runs.append(Run(range: node.range, silent: spans.map(\.range)))
      }
    }
    self.runs = runs
    var words: Set<[UInt8]> = []
    for run in runs {
      for word in bytes[run.range].split(whereSeparator: { !($0.isLetter || $0.isDigit || $0 >= 0x80) }) {
        words.insert(word.map { $0.isLetter ? $0 | 0x20 : $0 })
      }
    }
    self.words = words
  }

  /// The first place of one of these phrases of lower case letters, whatever its case and with any space between its
  /// words; not where “no” or “without” stands before it.
  func place(of phrases: [String]) -> Range<Int>? {
    phrases.lazy.compactMap { phrase in
      guard self.words.contains(Array(phrase.utf8.prefix { $0.isLetter || $0.isDigit })) else { return nil }
      let words = phrase.split(separator: " ").map { Array($0.utf8) }
      return runs.lazy.compactMap { place(of: words, in: $0) }.first
    }.min { $0.lowerBound < $1.lowerBound }
  }

  private func place(of words: [[UInt8]], in run: Run) -> Range<Int>? {
    var start = run.range.lowerBound
    while start < run.range.upperBound {
      defer { start += 1 }
      guard start == run.range.lowerBound || !isWordPart(start - 1),
        let end = end(of: words, from: start, in: run.range),
        end == run.range.upperBound || !isWordPart(end), !run.silent.contains(where: { $0.overlaps(start..<end) }),
        !isNegated(start, from: run.range.lowerBound)
      else { continue }
      return start..<end
    }
    return nil
  }

  private func end(of words: [[UInt8]], from start: Int, in range: Range<Int>) -> Int? {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let next = bytes.end(of: place..<range.upperBound) { $0.isSpace || $0.isLineEnd || $0 == UInt8(ascii: "-") }
        guard next > place else { return nil }
        place = next
      }
      guard place + word.count <= range.upperBound,
        zip(bytes[place..<place + word.count], word).allSatisfy({ $0 == $1 || ($0.isLetter && $0 | 0x20 == $1) })
      else { return nil }
      place += word.count
    }
    return place
  }

  private func isWordPart(_ place: Int) -> Bool {
    bytes[place].isLetter || bytes[place].isDigit || bytes[place] >= 0x80
  }

  /// Whether “no” or “without” stands before a word.
  func isNegated(_ word: Int, from start: Int) -> Bool {
    var end = word
    while end > start, bytes[end - 1].isSpace || bytes[end - 1].isLineEnd { end -= 1 }
    return end < word
      && ["no", "without"].contains { negation in
        let place = end - negation.utf8.count
        return place >= start && bytes[place..<end].elementsEqual(negation.utf8)
          && (place == start || !bytes[place - 1].isLetter)
      }
  }
}
