internal import Catalog

/// A style that must not be used in the shot's own channel.
enum StyleAgainstChannel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.compactMap { shot in
      guard shot.channels.source == .shot, let place = shot.channels.range,
        let style = subject.catalog.styles[shot.style.value],
        let channel = shot.channels.value.first(where: style.forbidsFor.channels.contains)
      else { return nil }
      let allowed = subject.catalog.styles.all.first { $0.allows(role: shot.role, channel: channel) }
      return .error(
        .styleAgainstChannel, at: shot.style.source == .shot ? shot.style.range ?? place : place,
        "'\(style.id)' is not allowed in \(channel)" + (allowed.map { "; use '\($0.id)'" } ?? ""),
        fix: allowed.flatMap { $0.fix(replacing: shot.style) })
    }
  }
}
