internal import Catalog

/// A shot for a channel on white whose role is to show a place, a story or an explanation. It can be made; an export leaves
/// it out unless it is told to break the rule.
enum RoleAgainstChannel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.compactMap { shot in
      guard shot.channels.source == .shot, let place = shot.channels.range,
        let role = subject.catalog.roles[shot.role], role.copySpace.share.lowerBound > 0,
        let slot = subject.slots(of: shot).first(where: {
          $0.background == .pureWhite && !role.channels.contains($0.id)
        })
      else { return nil }
      return .warning(
        .roleAgainstChannel, at: place,
        "\(slot.id) takes the product alone on white, and no \(role.id); name another channel, or make a hero for it")
    }
  }
}
