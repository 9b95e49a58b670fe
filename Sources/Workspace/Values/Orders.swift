public import Imaging

/// What to do to one picture.
public struct EditOrder: Sendable {
  /// The picture to change.
  public enum Source: Sendable, Hashable {
    case asset(AssetID)
    /// A file in the workspace, absolute or relative to the root.
    case path(String)
  }

  public var source: Source

  /// The name of an operation in `allOperations`.
  public var operation: String

  public var parameters: OperationParameters

  /// The mask of an operation that works with one: its alpha where it has transparency, else its gray levels.
  public var mask: Source?

  /// Chosen by the client: the same key gives the same job, so that sending again does not work twice. 1 to 200 bytes.
  public var key: String

  public var owner: JobOwner

  /// Where to write the result besides, absolute or relative to the root; the suffix chooses the format.
  public var output: String?

  public init(
    _ operation: String, _ parameters: OperationParameters = [:], of source: Source, key: String,
    owner: JobOwner = .detached, output: String? = nil
  ) {
    self.operation = operation
    self.parameters = parameters
    self.source = source
    self.key = key
    self.owner = owner
    self.output = output
  }
}

/// How to write an asset to a file of the user's.
public struct ExportOrder: Sendable, Hashable {
  public var asset: AssetID

  /// Absolute, or relative to the root. What is there is replaced; its folder exists.
  public var path: String

  /// Nil: what the path's suffix says, else PNG.
  public var format: Format?

  /// How the file is written.
  public enum Format: Sendable, Hashable {
    case picture(ImageFormat)
    /// A video, for clips only.
    case mp4
  }

  /// The box that the picture fills as far as its proportions allow; a side that is nil does not bound it.
  public var width: Int?
  public var height: Int?

  /// 1 to 100, for JPEG and lossy WebP.
  public var quality: Int

  public init(
    _ asset: AssetID, to path: String, format: Format? = nil, width: Int? = nil, height: Int? = nil,
    quality: Int = 90
  ) {
    self.asset = asset
    self.path = path
    self.format = format
    self.width = width
    self.height = height
    self.quality = quality
  }
}

/// A file that was written.
public struct ExportedFile: Sendable, Hashable {
  /// Absolute, its folder without symbolic links.
  public var path: String
  public var format: ExportOrder.Format
  public var width: Int
  public var height: Int
  public var byteCount: Int
}
