internal import Catalog

/// A person where the role or the channel forbids one.
enum PeopleForbidden: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      guard subject.catalog.roles[shot.role]?.people == People.none,
        let place = words.place(of: ["person", "people", "woman", "man", "child", "model wearing", "face"])
      else { return nil }
      return .error(
        .peopleForbidden, at: place,
        "A \(shot.role) picture shows no people; take the role lifestyle or on-model for them")
    }
  }
}
