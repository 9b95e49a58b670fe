internal import Catalog

/// Something between the camera and the product.
enum CoveredProduct: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      if let place = words.place(of: covers) {
        return .error(
          .coveredProduct, at: place, "A buyer must see the product and its label whole; put nothing in front of them")
      }
      guard let front = words.all(inFront).first(where: { prop(before: $0.lowerBound, in: words) }) else { return nil }
      return .warning(
        .coveredProduct, at: words.bytes(front),
        "What stands in front of the product covers it; put it beside or behind the product")
    }
  }

  /// Whether a prop is named up to two words before.
  private static func prop(before start: Int, in words: PromptText) -> Bool {
    let near = words.words[max(0, start - 3)..<start]
    guard let first = near.first, let last = near.last else { return false }
    let range = first.range.lowerBound..<last.range.upperBound
    return words.known.contains { $0.word.category == .prop && range.contains($0.range.lowerBound) }
  }

  private static let inFront: Phrases = ["in front of the *", "in front of *", "in front of the label"]

  private static let covers = Phrases(
    ["covering", "covers", "hiding", "hides", "blocking", "blocks"].flatMap { verb in
      ["label", "logo", "product"].map { "\(verb) the \($0)" }
    })
}
