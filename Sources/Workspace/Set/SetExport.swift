/// What to export of a product's set.
public struct SetExportOrder: Sendable, Hashable {
  /// The shot list, absolute or relative to the root.
  public var path: String

  /// Slots, or the beginnings of their names; nil takes the header's.
  public var channels: [String]?

  /// Absolute, or relative to the root; made where it is missing. Files of the same names are replaced.
  public var folder: String

  /// The names of rules that may be broken; `all` for every rule.
  public var allowed: Set<String>

  public init(_ path: String, channels: [String]? = nil, to folder: String, allowed: Set<String> = []) {
    self.path = path
    self.channels = channels
    self.folder = folder
    self.allowed = allowed
  }
}

/// What was written for a set, and what was left out and why. Written beside the pictures as `manifest.json`.
public struct SetManifest: Sendable, Hashable, Codable {
  /// One picture for one slot.
  public struct Picture: Sendable, Hashable, Codable {
    public var channel: String
    public var shot: String
    /// Relative to the folder.
    public var file: String
    public var width: Int
    public var height: Int
    public var mediaType: String
    public var byteCount: Int
    /// 64 hexadecimal digits.
    public var sha256: String
    /// The asset that it was made from.
    public var asset: String
    public var model: String
    /// `accepted`, or `undecided` where nobody said.
    public var verdict: String
    /// The IPTC digital source type that the file says.
    public var sourceType: String
    /// What a rule has to say, and was allowed or is no error.
    public var findings: [ChannelFinding]
  }

  /// A picture that was not written.
  public struct LeftOut: Sendable, Hashable, Codable {
    public var channel: String
    public var shot: String
    public var reasons: [ChannelFinding]
  }

  public var product: String
  public var shotList: String
  public var pictures: [Picture]
  public var leftOut: [LeftOut]
  public var coverage: SetCoverage
  public var warnings: [String]

  /// The names of the files that are written beside the pictures.
  public static let manifestName = "manifest.json"
  public static let sheetName = "contact-sheet.jpg"
}
