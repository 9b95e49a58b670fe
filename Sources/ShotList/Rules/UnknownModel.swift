internal import Catalog

/// A model that the catalogue does not know.
enum UnknownModel: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.effective(.model).compactMap(\.value?.name).filter { subject.catalog.model(named: $0.text) == nil }.map {
      name in
      .unknown(.unknownModel, "model", name, in: subject.catalog.models.ids)
    }
  }
}
