internal import Catalog

/// A black product on black without a light on its edge.
enum BlackOnBlack: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let colors = subject.product.colors
    guard !colors.isEmpty, colors.allSatisfy({ PerceivedColor($0.color).lightness < 20 }) else { return [] }
    return subject.prompts.compactMap { shot, words in
      guard words.place(of: rims) == nil, let place = words.place(of: black) ?? background(of: shot) else { return nil }
      return .warning(
        .blackOnBlack, at: place, "A black product is lost on black; ask for a rim light, or take a lighter background")
    }
  }

  private static func background(of shot: ResolvedShot) -> Range<Int>? {
    guard let background = shot.background, background.source == .shot, case .color(let color) = background.value,
      PerceivedColor(color).lightness < 15
    else { return nil }
    return background.range
  }

  private static let black: Phrases = ["black background", "black backdrop", "on black", "black wall"]
  private static let rims: Phrases = [
    "rim light", "rim lights", "rim lit", "edge light", "edge lights", "backlight", "back light", "backlit", "kicker",
    "strip light", "strip lights",
  ]
}
