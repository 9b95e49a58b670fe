/// Words that a model is asked to write into the picture.
enum AskedText: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard let place = words.place(of: asked) else { return nil }
      return .error(
        .askedText, at: place,
        "No text is drawn into pictures, as it would come out wrong; set it over the picture in your layout")
    }
  }

  private static let asked = [
    "headline", "price tag", "slogan", "tagline", "call-out text", "text that says", "text saying", "with the words",
    "write the words", "sale badge",
  ]
}
