/// More things than the header says that the product consists of.
enum MoreItems: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let parts = subject.product.parts.count
    guard parts > 0 else { return [] }
    return subject.prompts.filter { $0.shot.role == "feature" || $0.shot.style.value == "flat-lay-grid" }
      .compactMap { _, words in
        for (number, phrases) in numbers where number > parts {
          guard let found = words.all(phrases).first(where: { isWhole($0, words) }) else { continue }
          return .warning(
            .moreItems, at: words.bytes(found),
            "The header names \(parts) part\(parts == 1 ? "" : "s"); show no more, or add the others to 'parts:'")
        }
        return nil
      }
  }

  /// Not “five pieces of fruit”.
  private static func isWhole(_ found: Range<Int>, _ words: PromptText) -> Bool {
    let end = found.upperBound
    return words.endsNoun(at: end) && (end == words.words.count || words.words[end].key != of)
  }

  private static let of = "of".utf8.wordKey
  private static let numbers: [(Int, Phrases)] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ].enumerated().map { place, word in
    let number = place + 2
    return (
      number, Phrases([word, "\(number)"].flatMap { count in ["items", "pieces", "parts"].map { "\(count) \($0)" } })
    )
  }
}
