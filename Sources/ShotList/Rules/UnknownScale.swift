/// A word for the product's size where the header does not say it.
enum UnknownScale: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard subject.product.dimensions == nil else { return [] }
    return subject.prompts.compactMap { _, words in
      let sized = words.words.indices.first { isSize(at: $0, words, subject) }.map { $0..<$0 + 1 }
      guard let found = sized ?? words.all(scales).first else { return nil }
      let place = words.bytes(found)
      return .warning(
        .unknownScale, at: place,
        "Nobody knows how large \(subject.tree.text(place).quoted) is; add 'dimensions:' to the header, like 75 x 75 x 268 mm"
      )
    }
  }

  private static func isSize(at place: Int, _ words: PromptText, _ subject: Subject) -> Bool {
    let word = words.words[place]
    guard sizes.contains(word.key), !word.isSilent, !word.isNegated, !subject.words.all.contains(word.key),
      place + 1 < words.words.count
    else { return false }
    let noun = words.words[place + 1]
    return noun.joint == .space && !noun.isSilent && subject.words.wholes.contains(noun.key)
      && words.endsNoun(at: place + 2)
  }

  private static let sizes = Set<UInt64>(words: "tiny small compact mini miniature large big huge giant oversized")
  private static let scales: Phrases = ["true to scale", "life-size", "actual size", "real size", "true size"]
}
