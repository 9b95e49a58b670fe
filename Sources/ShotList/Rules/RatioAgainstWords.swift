internal import Catalog

/// Words for a shape that the picture does not have.
enum RatioAgainstWords: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      let ratio = shot.ratio.value
      let shape = Double(ratio.width) / Double(ratio.height)
      let wrong = shape <= 0.6 ? tall : shape < 1 ? standing : shape > 1 ? broad : even
      guard let place = words.all(wrong).first(where: { words.endsNoun(at: $0.upperBound) }).map(words.bytes) else {
        return nil
      }
      return .warning(
        .ratioAgainstWords, at: place,
        "The picture is \(ratio.text), which does not go with \(subject.tree.text(place).quoted); change 'ratio:' or leave the words out"
      )
    }
  }

  private static let wide: Phrases = ["panorama", "panoramic", "panoramic view", "wide scene", "widescreen"]
  private static let lying: Phrases = ["landscape format", "landscape orientation", "horizontal format"]
  private static let upright: Phrases = [
    "portrait format", "portrait orientation", "vertical format", "upright format",
  ]
  private static let square: Phrases = ["square format", "square picture", "square image"]

  /// What each shape is not.
  private static let tall = wide + lying + square
  private static let standing = lying + square
  private static let broad = upright + square
  private static let even = lying + upright
}
