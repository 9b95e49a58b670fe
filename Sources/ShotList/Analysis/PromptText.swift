internal import Catalog

/// The words of a prompt with their places in the text, cut once for all rules.
struct PromptText {
  struct Word {
    var range: Range<Int>
    /// See `wordKey`.
    var key: UInt64
    /// What stands between it and the word before.
    var joint: Joint
    /// In a handle, a color, quotes or a comment, and so not meant as a word.
    var isSilent: Bool
    /// Whether the prompt says that it is not wanted.
    var isNegated = false
    /// Whether it means the product.
    var isProduct: Bool
  }

  enum Joint {
    case space, hyphen, comma
    /// The end of a sentence or of a paragraph.
    case stop
  }

  let words: [Word]

  /// The words of the vocabulary that are asked for.
  let known: [KnownWord]

  /// The places of the texts in quotes, with their quotes.
  let quotes: [Range<Int>]

  /// A bit for each word's key, so that most phrases are known to be absent at once.
  private let filter: SIMD4<UInt64>

  init(
    _ prompt: [SyntaxNode], in tree: SyntaxTree, of product: ProductWords = .none, vocabulary: Vocabulary? = nil
  ) {
    var words: [Word] = []
    var filter = SIMD4<UInt64>()
    var runs: [Range<Int>] = []
    var quotes: [Range<Int>] = []
    var joint = Joint.stop
    for node in prompt {
      guard case .prompt(let spans) = node.kind else { continue }
      let continues = runs.last?.upperBound == node.range.lowerBound
      let from = words.count
      if !continues { joint = .stop }
      tree.bytes.appendWords(in: node.range, spans, product, after: &joint, to: &words)
      for word in words[from...] { filter[word.key.lane] |= word.key.bit }
      quotes += spans.filter { $0.kind == .quoted }.map(\.range)
      if continues {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<node.range.upperBound
      } else {
        runs.append(node.range)
      }
    }
    words.markNegated()
    self.words = words
    self.filter = filter
    self.quotes = quotes
    known =
      vocabulary.map { vocabulary in runs.flatMap { vocabulary.matches(in: tree.bytes[$0]) }.asked(in: words) } ?? []
  }

  /// The first place of one of these phrases, whatever its case and with any space between its words; not where the
  /// prompt says that it is not wanted, and not as a part of a longer word: “child-proof” is no child.
  func place(of phrases: Phrases) -> Range<Int>? {
    all(phrases).min { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }.map(bytes)
  }

  /// Where these phrases stand, as indices of `words`, phrase by phrase.
  func all(_ phrases: Phrases) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for phrase in phrases.all {
      guard let first = phrase.first, first == Phrases.product || filter[first.lane] & first.bit != 0 else { continue }
      for start in words.indices where words[start].is(first) {
        guard let end = end(of: phrase, from: start), !words[start].isNegated, !isPart(start..<end) else {
          continue
        }
        found.append(start..<end)
      }
    }
    return found
  }

  /// Whether the noun phrase that ends before the word `end` ends there: “a child holding it”, but not “a child seat”.
  func endsNoun(at end: Int) -> Bool {
    guard end < words.count, words[end].joint == .space else {
      return end >= words.count || words[end].joint != .hyphen
    }
    return words[end].isSilent || Self.followers.contains(words[end].key)
  }

  /// Whether words only say for whom something is: “safe for a baby”, “a wallet for men”.
  func isPurpose(_ found: Range<Int>) -> Bool {
    let before = found.lowerBound - 1
    return before >= 0 && words[found.lowerBound].joint == .space && words[before].key == Self.purpose
  }

  private static let purpose = "for".utf8.wordKey

  /// The index of the first word at or behind a place of the text.
  func index(from place: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place in the text of words that follow each other.
  func bytes(_ words: Range<Int>) -> Range<Int> {
    self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound
  }

  private func end(of phrase: [UInt64], from start: Int) -> Int? {
    let end = start + phrase.count
    guard end <= words.count else { return nil }
    for index in (start + 1)..<max(end, start + 1) {
      guard words[index].is(phrase[index - start]), words[index].joint == .space || words[index].joint == .hyphen else {
        return nil
      }
    }
    return end
  }

  /// Whether a hyphen ties a word to these, or “free” after them says that they are not there.
  private func isPart(_ found: Range<Int>) -> Bool {
    if words[found.lowerBound].joint == .hyphen { return true }
    guard found.upperBound < words.count else { return false }
    let next = words[found.upperBound]
    return next.joint == .hyphen || (next.joint == .space && next.key == Self.free)
  }

  private static let free = "free".utf8.wordKey

  /// Words that do not belong to a noun before them.
  private static let followers = Set<UInt64>(
    words:
      "on in with and at of to from beside over under against before behind near is are stands standing sits sitting "
      + "lies lying rests resting next by as while which that or between among into onto above below along through "
      + "holding wearing using carrying drinking playing looking walking reading has must should stays")
}

/// A word of the vocabulary in a prompt.
struct KnownWord {
  var word: Word
  var range: Range<Int>
  /// The index of its first word among the prompt's words.
  var index: Int
}

extension PromptText.Word {
  fileprivate func `is`(_ key: UInt64) -> Bool {
    key == Phrases.product ? isProduct : self.key == key && !isSilent
  }
}

extension UInt64 {
  /// Where a key's bit stands in a filter.
  fileprivate var lane: Int { Int(self & 3) }
  fileprivate var bit: UInt64 { 1 << ((self >> 2) & 63) }
}

extension [VocabularyMatch] {
  /// Those that stand where a prompt asks for them.
  fileprivate func asked(in words: [PromptText.Word]) -> [KnownWord] {
    var index = 0
    return compactMap { match in
      while index < words.count, words[index].range.upperBound <= match.range.lowerBound { index += 1 }
      guard index < words.count, !words[index].isSilent, !words[index].isNegated else { return nil }
      return KnownWord(word: match.word, range: match.range, index: index)
    }
  }
}
