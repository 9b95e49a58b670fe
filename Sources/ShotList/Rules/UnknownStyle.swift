internal import Catalog

/// A style that the catalogue does not know.
enum UnknownStyle: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.effective(.style).compactMap(\.value?.name).filter { subject.catalog.styles[$0.text] == nil }.map { name in
      .unknown(.unknownStyle, "style", name, in: subject.catalog.styles.ids)
    }
  }
}
