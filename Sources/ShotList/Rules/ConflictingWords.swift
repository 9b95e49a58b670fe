/// Two wishes in one prompt that no picture can fulfil together.
enum ConflictingWords: Rule {
  /// What is asked, what speaks against it, and whether that is a mistake or a question.
  private struct Conflict {
    var wish: Phrases
    var other: Phrases
    var isError: Bool
    var sentence: String
    /// Whether both are about the product or the camera only where no noun follows: not a floating shelf, not low-angle light.
    var standsAlone = false
  }

  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.flatMap { _, words in
      conflicts.compactMap { conflict in
        guard let wish = place(of: conflict.wish, conflict, words), place(of: conflict.other, conflict, words) != nil
        else { return nil }
        return conflict.isError
          ? .error(.conflictingWords, at: wish, conflict.sentence)
          : .warning(.conflictingWords, at: wish, conflict.sentence)
      }
    }
  }

  private static func place(of phrases: Phrases, _ conflict: Conflict, _ words: PromptText) -> Range<Int>? {
    guard conflict.standsAlone else { return words.place(of: phrases) }
    return words.all(phrases).first { words.endsNoun(at: $0.upperBound) }.map(words.bytes)
  }

  private static let conflicts = [
    Conflict(
      wish: ["f/1.2", "f/1.4", "f/1.8", "f/2", "f/2.8"],
      other: ["everything sharp", "everything in focus", "sharp throughout", "deep focus"],
      isError: false,
      sentence: "So wide an aperture blurs what is near and far; take f/11 or leave 'everything sharp' out"),
    Conflict(
      wish: ["macro", "extreme close-up"], other: ["whole product", "full product", "entire product", "whole *"],
      isError: true, sentence: "A macro shows a part; leave 'macro' out to see the whole product"),
    Conflict(
      wish: ["floating", "levitating", "hovering"], other: ["contact shadow", "grounded shadow"], isError: true,
      sentence: "What floats has no contact shadow; leave one of them out", standsAlone: true),
    Conflict(
      wish: ["shadowless", "no shadow", "no shadows", "without shadows"],
      other: ["hard sun", "crisp shadow", "hard shadow", "long shadow"],
      isError: true,
      sentence: "Hard light throws a shadow; leave 'shadowless' or the hard light out"),
    Conflict(
      wish: ["top-down", "overhead view", "overhead shot", "bird's eye", "flat lay"],
      other: ["eye level", "horizon", "horizon line", "low angle"], isError: true,
      sentence: "The camera looks down or along the horizon, not both; leave one of them out", standsAlone: true),
    Conflict(
      wish: ["golden hour"], other: ["neutral white balance"], isError: false,
      sentence: "A neutral white balance takes the gold out of the golden hour; leave one of them out"),
    Conflict(
      wish: ["* fills the frame", "* filling the frame", "* fills the whole frame"],
      other: ["copy space", "room for copy", "negative space", "space for text"], isError: true,
      sentence: "A product that fills the frame leaves no room for copy; leave one of them out"),
    side("left"), side("right"),
  ]

  private static func side(_ side: String) -> Conflict {
    Conflict(
      wish: Phrases(
        ["copy space", "room for copy", "negative space"].flatMap { ["\($0) on the \(side)", "\($0) \(side)"] }
          + ["empty \(side) third"]),
      other: Phrases(["* on the \(side)", "* placed \(side)", "* placed on the \(side)", "* in the \(side) third"]),
      isError: true,
      sentence: "The product cannot stand where the room for copy is; put one of them on the other side")
  }
}
