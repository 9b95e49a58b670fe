/// A color on a product that keeps its own.
enum LockedColor: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      guard shot.lock.value, let place = words.place(of: repainting) else { return nil }
      return .error(
        .lockedColor, at: place,
        "With 'lock: on' the product keeps its color; put the colored light on the set, or leave it out")
    }
  }

  private static let repainting = Phrases(
    ["neon", "neon light", "neon lights", "colored gel", "coloured gel", "colored light", "coloured light"].map {
      "\($0) on the *"
    } + [
      "recolor the *", "recolour the *", "change the color of the *", "change the colour of the *",
      "* in another color",
      "* in another colour", "* in a different color", "* in a different colour",
    ])
}
