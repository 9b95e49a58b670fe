/// Two wishes in one prompt that no picture can fulfil together.
enum ConflictingWords: Rule {
  /// What is asked, what speaks against it, and whether that is a mistake or a question.
  private struct Conflict {
    var wish: [String]
    var other: [String]
    var isError: Bool
    var sentence: String
  }

  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.flatMap { _, words in
      conflicts.compactMap { conflict in
        guard let wish = words.place(of: conflict.wish), words.place(of: conflict.other) != nil else { return nil }
        return conflict.isError
          ? .error(.conflictingWords, at: wish, conflict.sentence)
          : .warning(.conflictingWords, at: wish, conflict.sentence)
      }
    }
  }

  private static let conflicts = [
    Conflict(
      wish: ["f/1.2", "f/1.4", "f/1.8", "f/2", "f/2.8"],
      other: ["everything sharp", "everything in focus", "sharp throughout"],
      isError: false,
      sentence: "So wide an aperture blurs what is near and far; take f/11 or leave 'everything sharp' out"),
    Conflict(
      wish: ["macro", "extreme close-up"], other: ["whole product", "full product", "entire product"], isError: true,
      sentence: "A macro shows a part; leave 'macro' out to see the whole product"),
    Conflict(
      wish: ["floating", "levitating", "hovering"], other: ["contact shadow", "grounded shadow"], isError: true,
      sentence: "What floats has no contact shadow; leave one of them out"),
    Conflict(
      wish: ["shadowless", "no shadow"], other: ["hard sun", "crisp shadow", "hard shadow", "long shadow"],
      isError: true,
      sentence: "Hard light throws a shadow; leave 'shadowless' or the hard light out"),
    Conflict(
      wish: ["top-down", "overhead", "bird's eye"], other: ["eye level", "horizon", "low angle"], isError: true,
      sentence: "The camera looks down or along the horizon, not both; leave one of them out"),
    Conflict(
      wish: ["golden hour"], other: ["neutral white balance"], isError: false,
      sentence: "A neutral white balance takes the gold out of the golden hour; leave one of them out"),
  ]
}
