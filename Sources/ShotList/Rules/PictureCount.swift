internal import Catalog

/// Fewer pictures than a channel's listing should have, or more shots than its slot takes.
enum PictureCount: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard !subject.shots.isEmpty else { return [] }
    return few(subject) + many(subject)
  }

  private static func few(_ subject: Subject) -> [ShotListIssue] {
    let made = subject.shots.count
    return (subject.reading.header[.channels]?.value?.names ?? []).compactMap { name in
      guard
        let channel = subject.catalog.channels(named: name.text).first(where: { ($0.picturesAdvised ?? 0) > made }),
        let advised = channel.picturesAdvised
      else { return nil }
      return .information(
        .pictureCount, at: name.range,
        "A listing with \(channel.id) should have \(advised) pictures or more, and this list has \(made); add shots")
    }
  }

  private static func many(_ subject: Subject) -> [ShotListIssue] {
    var counts: [String: Int] = [:]
    return subject.shots.filter { $0.channels.source == .shot }.compactMap { shot in
      guard let slot = subject.slots(of: shot).first, subject.slots(of: shot).count == 1, let most = slot.count else {
        return nil
      }
      counts[slot.id, default: 0] += 1
      guard counts[slot.id] == most + 1, let place = shot.channels.range else { return nil }
      return .warning(
        .pictureCount, at: place,
        "\(slot.id) takes \(most) picture\(most == 1 ? "" : "s"), and \(most == 1 ? "another shot is" : "so many shots are") for it already; name another channel"
      )
    }
  }
}
