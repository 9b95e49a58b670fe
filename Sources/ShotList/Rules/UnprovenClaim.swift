/// A claim that a picture cannot prove.
enum UnprovenClaim: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard let place = words.place(of: claims) else { return nil }
      return .warning(
        .unprovenClaim, at: place,
        "A picture proves no claim like \(subject.tree.text(place).quoted); leave it out, and say it where its evidence stands"
      )
    }
  }

  private static let claims: Phrases = [
    "best in the world", "world's best", "best in class", "best ever", "number one brand", "award-winning",
    "clinically proven", "clinically tested", "scientifically proven", "dermatologist tested", "doctor recommended",
    "fda approved", "medical grade", "anti-aging", "anti-ageing", "cures", "heals", "kills germs", "antibacterial",
    "chemical-free", "non-toxic", "carbon neutral", "climate neutral", "eco-friendly",
    "guaranteed results",
    "miracle", "weight loss", "boosts immunity",
  ]
}
