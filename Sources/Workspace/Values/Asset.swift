public import Imaging
public import Platform

/// What a stored picture is for.
public enum AssetKind: String, Sendable, CaseIterable, Codable {
  /// A file of the user's: a reference photo.
  case photo
  /// A product without its background: straight alpha.
  case cutout
  /// One channel that says where an edit happens.
  case mask
  /// The result of a job.
  case output
  /// A stand-in while a job runs. It may be gone at any moment, and is gone after a restart.
  case preview
}

/// A picture that the workspace keeps. Its file never changes, because its name is the digest of its bytes.
public struct Asset: Sendable, Hashable {
  public var id: AssetID
  public var kind: AssetKind
  /// How its file is written.
  public var format: ImageFormat
  /// Upright, after the orientation that the file asks for; px.
  public var width: Int
  public var height: Int
  public var byteCount: Int
  public var created: WallTime
  /// How sure the measurement is that made a cut-out, 0 to 1; nil for everything else.
  public var confidence: Double?
  /// Why the confidence is not higher, in words for people.
  public var reasons: [String]
  /// The product whose picture this is; nil for a file imported on its own.
  public var product: ProductID?

  public init(
    id: AssetID, kind: AssetKind, format: ImageFormat, width: Int, height: Int, byteCount: Int, created: WallTime,
    confidence: Double? = nil, reasons: [String] = [], product: ProductID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.format = format
    self.width = width
    self.height = height
    self.byteCount = byteCount
    self.created = created
    self.confidence = confidence
    self.reasons = reasons
    self.product = product
  }
}

/// One step of a picture's history: `target` was made from `source`.
public struct LineageEdge: Sendable, Hashable {
  public var source: AssetID
  public var target: AssetID
  /// `cutout`, `generate`, or the name of an edit.
  public var operation: String
  /// The operation's parameters as JSON with sorted keys: enough, with `source`, to make `target` again.
  public var parameters: String
  /// The job that made it; nil when no job was needed.
  public var job: JobID?
}
