public import Catalog

/// What the caller knows of the files around a shot list; the language itself reads none.
public struct FileFacts: Sendable {
  /// The shot list's folder, relative to the workspace's root: `products/bottle`; empty for the root itself.
  public var folder: String

  /// The workspace's own defaults, by key, written as in a shot list. One that cannot be read is ignored.
  public var defaults: [Key: String]

  /// What is known of a file, by its path relative to the workspace's root.
  public var file: @Sendable (_ path: String) -> FileFact

  /// By default nothing is known, and so no file counts as missing.
  public init(
    folder: String = "", defaults: [Key: String] = [:],
    file: @escaping @Sendable (_ path: String) -> FileFact = { _ in .unknown }
  ) {
    self.folder = folder
    self.defaults = defaults
    self.file = file
  }
}

/// What is known of one file.
public enum FileFact: Equatable, Sendable {
  /// Nobody looked.
  case unknown
  case missing

  /// It is there; with its size in px where that is known.
  case found(PixelSize?)
}
