public import Catalog

/// What the caller knows of the files around a shot list; the language itself reads none.
public struct FileFacts: Sendable {
  /// The shot list's folder, relative to the workspace's root: `products/bottle`; empty for the root itself.
  public var folder: String

  /// The workspace's own defaults, by key, written as in a shot list. One that cannot be read is ignored.
  public var defaults: [Key: String]

  /// What is known of a file, by its path relative to the workspace's root.
  public var file: @Sendable (_ path: String) -> FileFact

  /// The day that prices, models and seasons are judged by; nil when it is not known, and then none counts as past.
  public var today: Day?

  /// The most that so many pictures of a size may cost with a model, in micro-dollars; nil when it is not known.
  public var mostMicros: @Sendable (_ model: ModelCard, _ size: PixelSize, _ count: Int) -> Int64? = { _, _, _ in nil }

  /// The main colors of the product in a photo, the largest first, by its path; nil where nobody measured.
  public var colors: @Sendable (_ path: String) -> [MeasuredColor]? = { _ in nil }

  /// The most px that a photo may have; nil when it is not known.
  public var mostPixels: Int?

  /// By default nothing is known, and so no file counts as missing.
  public init(
    folder: String = "", defaults: [Key: String] = [:], today: Day? = nil,
    file: @escaping @Sendable (_ path: String) -> FileFact = { _ in .unknown }
  ) {
    self.folder = folder
    self.defaults = defaults
    self.today = today
    self.file = file
  }
}

/// A color that a photo's product was measured to have.
public struct MeasuredColor: Hashable, Sendable {
  public var color: HexColor
  /// Of the product, 0 to 1.
  public var share: Double

  public init(color: HexColor, share: Double) {
    self.color = color
    self.share = share
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
