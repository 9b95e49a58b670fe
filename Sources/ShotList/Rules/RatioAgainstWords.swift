internal import Catalog

/// Words for a shape that the picture does not have.
enum RatioAgainstWords: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      let ratio = shot.ratio.value
      let shape = Double(ratio.width) / Double(ratio.height)
      let wrong: Phrases? =
        shape <= 0.6
        ? wide + lying + square : shape < 1 ? lying + square : shape > 1 ? upright + square : lying + upright
      guard let wrong, let place = words.place(of: wrong) else { return nil }
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
}
