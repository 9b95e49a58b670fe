internal import Catalog

/// A side or the inside of a product that no photo shows.
enum InventedView: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in inside(shot, words, subject) ?? back(shot, words, subject) }
  }

  private static func inside(_ shot: ResolvedShot, _ words: PromptText, _ subject: Subject) -> ShotListIssue? {
    guard subject.photos(of: shot).count < 2,
      let found = words.all(insides).first(where: { words.endsNoun(at: $0.upperBound) })
    else { return nil }
    return .error(
      .inventedView, at: words.bytes(found),
      "What is inside would be invented; name a photo of it in the prompt, like @inside = photos/inside.jpg detail")
  }

  private static func back(_ shot: ResolvedShot, _ words: PromptText, _ subject: Subject) -> ShotListIssue? {
    guard !words.known.contains(where: { $0.word.category == .people }),
      let found = words.all(backs).first(where: { words.endsNoun(at: $0.upperBound) })
    else { return nil }
    let photos = subject.photos(of: shot)
    guard !photos.contains(where: { $0.speaks(of: ["back", "rear", "behind", "reverse"]) }) else { return nil }
    let place = words.bytes(found)
    let remedy = "name a photo of it in the prompt, like @back = photos/back.jpg"
    return !photos.isEmpty && photos.allSatisfy { $0.speaks(of: ["front"]) }
      ? .error(.inventedView, at: place, "The photos show the front, and the back would be invented; \(remedy)")
      : .warning(.inventedView, at: place, "Unless a photo shows the back it is invented; \(remedy)")
  }

  private static let insides: Phrases = [
    "exploded view", "inner parts", "cutaway view", "cross section", "x-ray view", "internal components",
  ]
  private static let backs: Phrases = [
    "back view", "rear view", "seen from behind", "viewed from behind", "view from behind", "seen from the back",
    "view from the back",
  ]
}

extension ResolvedReference {
  /// Whether the handle or the file's name has one of these words.
  fileprivate func speaks(of words: Set<String>) -> Bool {
    let file = path.split(separator: "/").last ?? ""
    return (handle + " " + file).lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
  }
}
