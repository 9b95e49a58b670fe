/// The wish to take the label or the logo off the product.
enum LabelRemoved: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard let found = words.all(wishes).first(where: { concernsProduct(after: $0.upperBound, words) }) else {
        return nil
      }
      return .error(
        .labelRemoved, at: words.bytes(found),
        "The picture must show the product as it is sold, with its label; only what is around it may lose lettering")
    }
  }

  /// Not where something else follows: “remove the logo from the wall”.
  private static func concernsProduct(after end: Int, _ words: PromptText) -> Bool {
    guard words.endsNoun(at: end) else { return false }
    guard end < words.words.count, places.contains(words.words[end].key) else { return true }
    return words.words[end...].prefix(3).contains(where: \.isProduct)
  }

  private static let places = Set<UInt64>(words: "from on of in at")

  private static let wishes = Phrases(
    [
      "remove the", "remove its", "erase the", "erase its", "replace the", "replace its", "change the", "without the",
      "without its",
    ].flatMap { ["\($0) label", "\($0) logo"] } + ["label removed", "logo removed", "blank label"])
}
