/// The manner of a person by name.
enum NamedArtist: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard
        let found = words.all(manners).first(where: {
          isName($0.upperBound, words, subject)
        })
      else { return nil }
      return .warning(
        .namedArtist, at: words.bytes(found.lowerBound..<found.upperBound + 2),
        "A living artist's manner is the artist's own; say what it looks like: the light, the colors, the lens")
    }
  }

  /// Whether two words with capitals follow, as a first and a last name do, and the first is no word for a time or a place.
  private static func isName(_ start: Int, _ words: PromptText, _ subject: Subject) -> Bool {
    guard start + 2 <= words.words.count else { return false }
    let (first, last) = (words.words[start], words.words[start + 1])
    return [first, last].allSatisfy { word in
      word.joint == .space && !word.isSilent && (0x41...0x5A).contains(subject.tree.bytes[word.range.lowerBound])
    } && !noNames.contains(first.key) && !noNames.contains(last.key)
  }

  private static let manners: Phrases = ["in the style of", "in the manner of"]

  private static let noNames = Set<UInt64>(
    words: "art new old mid pop neo high modern contemporary early late classic vintage north south east west northern "
      + "southern eastern western american british danish dutch english european french german greek indian italian japanese "
      + "korean nordic roman scandinavian spanish swedish swiss minimalism minimalist modernism deco nouveau design "
      + "photography renaissance baroque century studio")
}
