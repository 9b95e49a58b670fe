internal import Catalog

/// A person where the role or the channel forbids one.
enum PeopleForbidden: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      let found = words.all(people).filter { found in
        !words.isPurpose(found) && !found.contains { subject.words.all.contains(words.words[$0].key) }
      }
      guard let place = found.map(words.bytes).min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
      if subject.catalog.roles[shot.role]?.people == People.none {
        return .error(
          .peopleForbidden, at: place,
          "A \(shot.role) picture shows no people; take the role lifestyle or on-model for them")
      }
      guard let slot = subject.slots(of: shot).first(where: { $0.forbids.contains(.people) }) else { return nil }
      return .inSlot(
        .peopleForbidden, of: shot, at: place, "\(slot.id) takes no people; leave them out, or make another shot for it"
      )
    }
  }

  private static let people: Phrases = [
    "person", "people", "woman", "man", "women", "men", "model wearing", "human face", "smiling face", "a hand holding",
    "hands holding", "hand holding", "holding hands", "in her hands", "in his hands", "fingers holding",
  ]
}
