internal import Catalog

/// A channel of the header that no shot is for.
enum UnfilledChannel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard !subject.shots.isEmpty else { return [] }
    let filled = Set(subject.shots.flatMap(\.channels.value))
    return (subject.reading.header[.channels]?.value?.names ?? []).flatMap { name in
      subject.catalog.channels(named: name.text).filter { !filled.contains($0.id) }.map { channel in
        let role = subject.catalog.roles.all.first { $0.channels.contains(channel.id) }
        return .information(
          .unfilledChannel, at: name.range,
          "No shot is for \(channel.id); add \(role.map { "a ## \($0.id), or " } ?? "")a shot with 'channel: \(channel.id)'"
        )
      }
    }
  }
}
