/// A child in a picture.
enum ChildModel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard let found = words.all(children).first(where: { words.endsNoun(at: $0.upperBound) && !words.isPurpose($0) })
      else { return nil }
      return .error(
        .childModel, at: words.bytes(found), "No child is put into a picture; take an adult, or show the product alone")
    }
  }

  private static let children: Phrases = [
    "a child", "child model", "two children", "children playing", "children holding", "children wearing", "a kid",
    "kids playing", "kids wearing", "a toddler", "a baby", "little girl", "little boy", "a teenager", "young girl",
    "young boy",
  ]
}
