/// A path in the text, and the file that it names.
public struct FileLink: Sendable, Equatable {
  public var range: Range<Int>
  /// Relative to the workspace's root.
  public var path: String
}

extension ShotListView {
  /// The files of the references, as far as they stay inside the workspace.
  public var links: [FileLink] {
    reading.references.compactMap { reference in
      reference.inside.map { FileLink(range: reference.syntax.path, path: $0) }
    }
  }
}
