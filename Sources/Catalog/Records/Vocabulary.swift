/// A sheet of words of one category that may stand in prompts.
public struct VocabularySheet: CatalogRecord {
  public static let kind = RecordKind.vocabulary

  public var id: String
  public var title: String
  public var words: [Word]
  public var origin: Origin
}

/// A word or phrase that prompts use, and what the offline studio can do with it.
public struct Word: Codable, Equatable, Sendable {
  public enum Category: String, Codable, CaseIterable, Sendable {
    case surface, backdrop, light, color, camera, composition, prop, mood, people
  }

  /// The term that stands for all the spellings, lower case, words parted by one space.
  public var canonical: String

  /// Other spellings that mean the same.
  public var also: [String]

  public var category: Category

  /// How much of it the offline studio renders.
  public var studio: StudioVerdict

  /// How it is rendered, or what to do instead: a clause that can follow a semicolon.
  public var note: String?
}

extension VocabularySheet {
  public var problems: [RecordProblem] {
    var check = RecordCheck()
    check.id(id)
    check.text(title, at: "title")
    check.count(words.count, in: 1...2_000, at: "words")
    for (index, word) in words.enumerated() {
      for phrase in [word.canonical] + word.also {
        let tokens = Array(phrase.utf8)[...].tokens
        check.expect(
          !tokens.isEmpty && tokens.count <= 6 && phrase.utf8.count <= 64, at: "words[\(index)]",
          "'\(phrase.prefix(64))' is not a phrase of 1 to 6 words")
      }
    }
    return check.problems
  }

  public var mentions: [Mention] { [] }
}

/// All the words of a catalogue, ready to be found in a text.
public struct Vocabulary: Sendable {
  /// Every word, sheet by sheet.
  public let words: [Word]

  /// Phrases by their first token, the longest first.
  private let phrases: [ArraySlice<UInt8>: [Phrase]]

  private struct Phrase {
    var rest: [ArraySlice<UInt8>]
    var word: Int
  }

  /// Joins sheets; of two words with the same spelling the later one wins.
  public init(_ sheets: [VocabularySheet]) {
    words = sheets.flatMap(\.words)
    var phrases: [ArraySlice<UInt8>: [Phrase]] = [:]
    for (index, word) in words.enumerated() {
      for spelling in [word.canonical] + word.also {
        let tokens = Array(spelling.utf8)[...].tokens.map(\.lowercased)
        guard let first = tokens.first else { continue }
        phrases[first, default: []].insert(Phrase(rest: Array(tokens.dropFirst()), word: index), at: 0)
      }
    }
    self.phrases = phrases.mapValues { list in
      list.enumerated().sorted { ($1.element.rest.count, $0.offset) < ($0.element.rest.count, $1.offset) }.map(
        \.element)
    }
  }

  /// The word with this spelling, canonical or not, in any case.
  public func word(_ spelling: String) -> Word? {
    let matches = matches(in: Array(spelling.utf8)[...])
    guard matches.count == 1, let match = matches.first, match.range == 0..<spelling.utf8.count else { return nil }
    return match.word
  }

  /// Where known words stand in UTF-8 text, from left to right, without overlap, each the longest possible there.
  ///
  /// A word counts whatever its case, and with a plural `s`. Ranges are indices of `text`. Cost: linear in `text`.
  public func matches(in text: ArraySlice<UInt8>) -> [VocabularyMatch] {
    let tokens = text.tokens
    let keys = tokens.map(\.lowercased)
    var matches: [VocabularyMatch] = []
    var index = 0
    while index < tokens.count {
      guard let (word, length) = longest(at: index, in: keys) else {
        index += 1
        continue
      }
      let range = tokens[index].startIndex..<tokens[index + length - 1].endIndex
      matches.append(VocabularyMatch(range: range, word: words[word]))
      index += length
    }
    return matches
  }

  private func longest(at start: Int, in keys: [ArraySlice<UInt8>]) -> (word: Int, length: Int)? {
    var best: (word: Int, length: Int)?
    for first in [keys[start], keys[start].singular].compactMap(\.self) {
      for phrase in phrases[first] ?? [] where phrase.rest.count < keys.count - start {
        let length = phrase.rest.count + 1
        if let best, best.length >= length { break }
        if length > 1, first != keys[start] { continue }
        if agrees(phrase.rest, keys[(start + 1)..<(start + length)]) { best = (phrase.word, length) }
      }
    }
    return best
  }

  private func agrees(_ rest: [ArraySlice<UInt8>], _ keys: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    zip(rest, keys).enumerated().allSatisfy { index, pair in
      pair.0 == pair.1 || (index == rest.count - 1 && pair.0 == pair.1.singular)
    }
  }
}

/// A known word in a text.
public struct VocabularyMatch: Equatable, Sendable {
  /// Byte indices of the text that was searched.
  public var range: Range<Int>
  public var word: Word
}

extension ArraySlice<UInt8> {
  /// The runs of letters and digits; every byte above ASCII counts as a letter.
  fileprivate var tokens: [ArraySlice<UInt8>] {
    split { byte in
      !((97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte >= 0x80)
    }
  }

  /// The same with ASCII letters in lower case.
  fileprivate var lowercased: ArraySlice<UInt8> {
    contains { (65...90).contains($0) } ? map { (65...90).contains($0) ? $0 + 32 : $0 }[...] : self
  }

  /// Without a plural `s`; `nil` when there is none.
  fileprivate var singular: ArraySlice<UInt8>? {
    count > 3 && last == UInt8(ascii: "s") ? dropLast() : nil
  }
}
