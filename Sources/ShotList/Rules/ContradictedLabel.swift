internal import Catalog

/// Words in quotes that the header does not have on the label.
enum ContradictedLabel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let labels = subject.product.labels.prefix(64)
    guard !labels.isEmpty else { return [] }
    let plain = labels.map { String($0.prefix(256)).plainWords }
    let quotes = subject.prompts.flatMap { _, words in words.quotes.map { (words, $0) } }
    return quotes.prefix(ShotList.maxIssues).compactMap { words, quote in
      let text = subject.tree.text(quote).trimmingQuotes
      let asked = text.plainWords
      guard !asked.isEmpty, !plain.contains(where: { $0.contains(asked) }) else { return nil }
      let sentence =
        "\(text.quoted) is not in 'label:'; write it as it stands on the product, or add it there"
      guard words.speaksOfLabel(before: quote) else { return .warning(.contradictedLabel, at: quote, sentence) }
      let fix = Catalog.nearest(to: text, in: labels).map { label in
        Fix(title: "Change to \"\(label)\"", range: quote, replacement: "\"\(label)\"")
      }
      return .error(.contradictedLabel, at: quote, sentence, fix: fix)
    }
  }
}

extension PromptText {
  /// Whether one of the two words before a place names lettering: “the label "TRAILHEAD"”, “the logo reads "TRAILHEAD"”.
  fileprivate func speaksOfLabel(before quote: Range<Int>) -> Bool {
    let end = index(from: quote.lowerBound)
    return words[max(0, end - 2)..<end].contains { Self.lettering.contains($0.key) }
  }

  private static let lettering = Set<UInt64>(
    words: "label labelled labeled logo reads wordmark engraved embossed printed imprint")
}

extension String {
  /// In lower case, words parted by one space, with a space around them.
  fileprivate var plainWords: String {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "" : " " + words.joined(separator: " ") + " "
  }

  fileprivate var trimmingQuotes: String { String(dropFirst().dropLast()) }
}
