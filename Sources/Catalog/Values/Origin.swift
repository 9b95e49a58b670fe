/// Where a record's values come from, and when that was last read.
public struct Origin: Codable, Hashable, Sendable {
  /// A page, a document or a person, in words or as a link.
  public var source: String

  /// How much the source is worth.
  public var sourceClass: SourceClass

  /// The day on which the values held.
  public var asOf: Day

  public init(source: String, sourceClass: SourceClass, asOf: Day) {
    self.source = source
    self.sourceClass = sourceClass
    self.asOf = asOf
  }
}

/// The kinds of source, by the letter that records write.
public enum SourceClass: String, Codable, CaseIterable, Sendable {
  /// An official page or repository was read.
  case official = "O"
  /// Another party's page was read.
  case thirdParty = "T"
  /// A vendor's source code or machine-readable table was read.
  case vendorTable = "S"
  /// Known, but not read again: unverified.
  case known = "K"
  /// Measured in experiments of this project.
  case measured = "M"
  /// A decision of this product; no outside source.
  case decision = "P"
}
