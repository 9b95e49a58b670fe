internal import Catalog

/// A channel that the catalogue does not know.
enum UnknownChannel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let names =
      subject.effective(.channels).flatMap { $0.value?.names ?? [] }
      + subject.effective(.channel).compactMap(\.value?.name)
    return names.filter { subject.catalog.channels(named: $0.text).isEmpty }.prefix(ShotList.maxIssues).map { name in
      .unknown(.unknownChannel, "channel", name, in: subject.catalog.channels.ids)
    }
  }
}
