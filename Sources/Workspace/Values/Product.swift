/// The name of a product inside its workspace: the path of its shot list, relative to the root.
public struct ProductID: Hashable, Sendable, Codable, RawRepresentable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A product as its shot list described it when it was last used.
public struct Product: Sendable, Hashable {
  public var id: ProductID
  /// The title of the shot list, or the name of its file.
  public var name: String
  public var references: [ProductReference]
}

/// One `@handle = path` line of a shot list.
public struct ProductReference: Sendable, Hashable {
  /// Without the `@`.
  public var handle: String
  /// Relative to the workspace's root.
  public var path: String
  /// `product`, `detail`, `style` and the other kinds of the language.
  public var kind: String
  /// The file's content when a job last read it; nil before that.
  public var asset: AssetID?
}
