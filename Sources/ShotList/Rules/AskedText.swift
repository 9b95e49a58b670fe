/// Words that a model is asked to write into the picture.
enum AskedText: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      let found = words.all(asked).filter { !isRoom(around: $0, words) }
      guard let place = found.map(words.bytes).min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
      return .error(
        .askedText, at: place,
        "No text is drawn into pictures, as it would come out wrong; set it over the picture in your layout")
    }
  }

  /// Whether only room is asked for: “space for a headline”, “headline space”, “empty so that a headline fits”.
  private static func isRoom(around found: Range<Int>, _ words: PromptText) -> Bool {
    let near = max(0, found.lowerBound - 5)..<min(found.upperBound + 2, words.words.count)
    return near.contains { room.contains(words.words[$0].key) }
  }

  private static let room = Set<UInt64>(words: "for space room area place zone empty clear free fits")

  private static let asked: Phrases = [
    "headline", "price tag", "slogan", "tagline", "call-out text", "text that says", "text that reads", "text saying",
    "text reading", "lettering that says", "lettering saying", "with the words", "write the words", "sale badge",
    "discount badge", "sale sticker", "price label", "with the price", "speech bubble", "call to action",
  ]
}
