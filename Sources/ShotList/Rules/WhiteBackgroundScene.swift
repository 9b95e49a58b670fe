internal import Catalog

/// A white background where the picture is to show a place or a mood.
enum WhiteBackgroundScene: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      // A style that does not suit the role is told by another rule.
      guard shot.role == "lifestyle" || shot.role == "campaign",
        subject.catalog.roles[shot.role]?.styles.contains(shot.style.value) == true,
        let place = words.place(of: white)
      else { return nil }
      return .warning(
        .whiteBackgroundScene, at: place,
        "A \(shot.role) picture shows a place or a mood; take the role hero for white, or describe the place")
    }
  }
  private static let white: Phrases = ["white background", "pure white", "seamless white"]
}
