internal import Catalog

/// A photo with more px than are opened.
enum LargePhoto: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard let most = subject.reading.facts.mostPixels else { return [] }
    return subject.reading.references.compactMap { reference in
      guard case .found(let size?) = reference.fact, let path = reference.inside, size.width * size.height > most else {
        return nil
      }
      return .error(
        .largePhoto, at: reference.syntax.path,
        "\(path.quoted) is \(size.width) × \(size.height) px; krafd opens up to \(most / 1_000_000) megapixels, so scale it down"
      )
    }
  }
}
