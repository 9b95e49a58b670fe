internal import Catalog

/// Something between the camera and the product.
enum CoveredProduct: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words -> ShotListIssue? in
      let covering = words.all(covers).first { found in
        !words.words[max(0, found.lowerBound - 3)..<found.lowerBound].contains { light.contains($0.key) }
      }
      if let place = covering.map(words.bytes) {
        return .error(
          .coveredProduct, at: place, "A buyer must see the product and its label whole; put nothing in front of them")
      }
      let fronts = words.all(inFront)
      guard !fronts.isEmpty else { return nil }
      let props = Set(words.known.filter { $0.word.category == .prop }.map(\.index))
      // “Flowers in front of the mug”, “flowers standing in front of the mug”.
      guard let front = fronts.first(where: { front in (1...3).contains { props.contains(front.lowerBound - $0) } })
      else { return nil }
      return .warning(
        .coveredProduct, at: words.bytes(front),
        "What stands in front of the product covers it; put it beside or behind the product")
    }
  }

  /// What covers without hiding.
  private static let light = Set<UInt64>(words: "light glow shine sun daylight focus")

  private static let inFront: Phrases = ["in front of the *", "in front of *", "in front of the label"]

  private static let covers = Phrases(
    ["covering", "covers", "hiding", "hides", "blocking", "blocks"].flatMap { verb in
      ["label", "logo", "product"].map { "\(verb) the \($0)" }
    })
}
