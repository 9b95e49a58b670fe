internal import Catalog

/// A word for a color of the product that is not the color which the header declares, or, where it declares none, none of the
/// colors that its photo was measured to have.
///
/// Words for colors are wide, so a difference above 10 (CIEDE2000) is not enough: the word must mean another hue, a grey
/// where there is a color or the other way round, or something much lighter or darker.
enum ContradictedColor: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let parts = subject.product.colors.map { part in
      Declared(
        color: part.color, part: part.part,
        noun: part.part.nounKey)
    }
    let measured = parts.isEmpty ? self.measured(subject) : []
    guard !parts.isEmpty || !measured.isEmpty else { return [] }
    return subject.prompts.flatMap { _, words in
      guard !words.all(allNames).isEmpty else { return [ShotListIssue]() }
      // Of “powder blue” and “blue” the longer name counts.
      var ends: Set<Int> = []
      return names.flatMap { name in
        words.all(name.phrases).filter { ends.insert($0.upperBound).inserted && !$0.isOwn(words, subject) }
          .compactMap { found in
            parts.isEmpty
              ? issue(name, at: found, words, measured: measured, subject)
              : issue(name, at: found, words, parts, subject)
          }
      }
    }
  }

  /// The colors that the main photo's product was measured to have, but for traces.
  private static func measured(_ subject: Subject) -> [HexColor] {
    let path = subject.reading.mainReference?.inside
    return (path.flatMap { subject.reading.facts.colors($0) } ?? []).filter { $0.share >= 0.1 }.map(\.color)
  }

  /// A warning at most: a photo's light may change what is measured.
  private static func issue(
    _ name: Name, at found: Range<Int>, _ words: PromptText, measured: [HexColor], _ subject: Subject
  ) -> ShotListIssue? {
    guard let noun = noun(after: found, words), subject.words.wholes.contains(noun),
      measured.allSatisfy({ name.contradicts($0, isModified: true) })
    else { return nil }
    let place = words.bytes(found)
    let colors = measured.map(\.text).joined(separator: " and ")
    return .warning(
      .contradictedColor, at: place,
      "The photo's product measures \(colors), which is not \(subject.tree.text(place).quoted); leave the word out, or say in 'color:' what is true"
    )
  }

  /// The word for the product that these words are said of; nil where they are said of something else.
  private static func noun(after found: Range<Int>, _ words: PromptText) -> UInt64? {
    let end = found.upperBound
    guard end < words.words.count, words.words[end].joint == .space, words.words[end].isProduct,
      !words.words[end].isSilent, words.endsNoun(at: end + 1)
    else { return nil }
    return words.words[end].key
  }

  private static func issue(
    _ name: Name, at found: Range<Int>, _ words: PromptText, _ parts: [Declared], _ subject: Subject
  ) -> ShotListIssue? {
    guard let noun = noun(after: found, words) else { return nil }
    let own = parts.filter { $0.noun == noun }
    let meant = own.isEmpty && subject.words.wholes.contains(noun) ? parts : own
    let isModified =
      found.lowerBound > 0 && words.words[found.lowerBound].joint == .space
      && modifiers.contains(words.words[found.lowerBound - 1].key)
    guard let first = meant.first, meant.allSatisfy({ name.contradicts($0.color, isModified: isModified) }) else {
      return nil
    }
    let place = words.bytes(found)
    let whose = first.part.isEmpty ? "" : " for \(first.part.quoted)"
    return .error(
      .contradictedColor, at: place,
      "The header says \(first.color.text)\(whose), which is not \(subject.tree.text(place).quoted); write that color, or correct the header",
      fix: meant.count > 1
        ? nil : Fix(title: "Change to '\(first.color.text)'", range: place, replacement: first.color.text))
  }

  /// A color of the header, and the word for the part that has it.
  private struct Declared {
    var color: HexColor
    var part: String
    var noun: UInt64?
  }

  private struct Name {
    var phrases: Phrases
    var color: PerceivedColor
    var isFamily: Bool

    func contradicts(_ hex: HexColor, isModified: Bool) -> Bool {
      let other = PerceivedColor(hex)
      guard color.difference(from: other) > 10 else { return false }
      let (more, less) = (max(color.chroma, other.chroma), min(color.chroma, other.chroma))
      return (less > 12 && color.hueDistance(to: other) > 50) || (more > 25 && less < 6)
        || (!isFamily && !isModified && abs(color.lightness - other.lightness) > 40)
    }
  }

  private static let names = ColorName.all.map { name in
    Name(phrases: Phrases([name.name]), color: PerceivedColor(name.color), isFamily: name.isFamily)
  }.sorted { $0.phrases.all[0].count > $1.phrases.all[0].count }

  private static let allNames = names.map(\.phrases).reduce([], +)

  private static let modifiers = Set<UInt64>(
    words: "light lighter pale deep dark darker bright pastel dusty muted soft off")
}

extension Range<Int> {
  /// Whether these words are of the header's own, as “olive” is of an olive oil and “lavender” of a soap.
  fileprivate func isOwn(_ words: PromptText, _ subject: Subject) -> Bool {
    contains { subject.words.all.contains(words.words[$0].key) }
  }
}
