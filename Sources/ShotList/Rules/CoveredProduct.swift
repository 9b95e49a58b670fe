internal import Catalog

/// Something between the camera and the product.
enum CoveredProduct: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words -> ShotListIssue? in
      if let place = words.place(of: covers) {
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

  private static let inFront: Phrases = ["in front of the *", "in front of *", "in front of the label"]

  private static let covers = Phrases(
    ["covering", "covers", "hiding", "hides", "blocking", "blocks"].flatMap { verb in
      ["label", "logo", "product"].map { "\(verb) the \($0)" }
    })
}
