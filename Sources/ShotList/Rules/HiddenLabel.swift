internal import Catalog

/// Words that may hide the label which the header declares.
enum HiddenLabel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard !subject.product.labels.isEmpty else { return [] }
    return subject.prompts.compactMap { shot, words in
      if let place = words.place(of: hands), subject.catalog.roles[shot.role]?.people != People.none {
        return .warning(
          .hiddenLabel, at: place,
          "A hand around the product may cover its label; let it hold the product below the label")
      }
      guard let place = words.place(of: silhouettes) else { return nil }
      return .warning(
        .hiddenLabel, at: place, "A silhouette shows no label; add light from the front, or leave the silhouette out")
    }
  }

  private static let hands: Phrases = [
    "hand holding", "hands holding", "held in a hand", "held in one hand", "in her hand", "in his hand", "in her hands",
    "in his hands", "hand gripping", "hands around", "fist around",
  ]
  private static let silhouettes: Phrases = [
    "backlit silhouette", "as a silhouette", "in silhouette", "dark silhouette", "black silhouette",
  ]
}
