/// A picture named by a number that no reference has.
enum ImageNumber: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      let most = shot.references.count
      for number in numbers.dropFirst(most) {
        guard let place = words.place(of: number) else { continue }
        let known = most == 1 ? "is only one reference" : "are only \(most) references"
        return .error(.imageNumber, at: place, "There \(known) in this shot; name more with @handles")
      }
      return nil
    }
  }

  /// “image 1”, “image 2” … by their place.
  private static let numbers = (1...16).map { Phrases(["image \($0)"]) }
}
