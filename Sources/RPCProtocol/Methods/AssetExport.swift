/// A format of files that assets are written to.
public enum ExportFormat: String, JSONConvertible, CaseIterable {
  case png
  case jpeg
  case webp
  case mp4
}

/// Writes an asset to a file, in the size and format asked for.
public struct AssetExport: RPCRequest {
  public static let method = "kraf/asset/export"
  public static let summary = """
    Writes an asset to a file, in the size and format asked for. `format` is `png`, `jpeg`, `webp` or `mp4` and \
    follows the path's suffix if absent; with only one of `width` and `height` the other follows; \
    `quality` is 1 to 100. Only a clip can become `mp4`: its sides are even, an odd one loses one px. It is made by \
    the `ffmpeg` on the daemon's `PATH`; without one the error's reason is `noVideoEncoder`.
    """

  /// The asset.
  public var asset: String

  /// The file to write; absolute. An existing file is replaced.
  public var path: String

  /// If absent, what the path's suffix says.
  public var format: ExportFormat?

  /// In px; with only one of width and height the other follows.
  public var width: Int?

  /// In px.
  public var height: Int?

  /// For pictures in formats that lose something; if absent, a good one.
  public var quality: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    asset: String, path: String, format: ExportFormat? = nil, width: Int? = nil, height: Int? = nil,
    quality: Int? = nil, workspace: String? = nil
  ) {
    self.asset = asset
    self.path = path
    self.format = format
    self.width = width
    self.height = height
    self.quality = quality
    self.workspace = workspace
  }

  /// The file that was written.
  public struct Reply: JSONConvertible, Equatable {
    /// Absolute.
    public var path: String

    /// Its size.
    public var byteCount: Int

    /// In px.
    public var width: Int

    /// In px.
    public var height: Int

    public init(path: String, byteCount: Int, width: Int, height: Int) {
      self.path = path
      self.byteCount = byteCount
      self.width = width
      self.height = height
    }
  }
}

extension AssetExport {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    path = try json.member("path", as: .path)
    format = try json.optional("format")
    width = try json.optional("width", in: 1...65_535)
    height = try json.optional("height", in: 1...65_535)
    quality = try json.optional("quality", in: 1...100)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "asset": asset.json, "path": path.json, "format": format?.json, "width": width?.json,
      "height": height?.json, "quality": quality?.json, "workspace": workspace?.json,
    ])
  }
}

extension AssetExport.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path")
    byteCount = try json.member("byteCount")
    width = try json.member("width")
    height = try json.member("height")
  }

  public var json: JSONValue {
    .record(["path": path.json, "byteCount": byteCount.json, "width": width.json, "height": height.json])
  }
}

extension AssetExport {
  public static let examples = [
    RPCExample(
      params: """
        {
          "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "path": "/home/ann/out/hero.jpg", "format": "jpeg", "width": 2000, "height": 2000, "quality": 90
        }
        """,
      reply: #"{"path": "/home/ann/out/hero.jpg", "byteCount": 401233, "width": 2000, "height": 2000}"#),
    RPCExample(
      params: """
        {
          "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "path": "/home/ann/out/hero.png"
        }
        """,
      reply: #"{"path": "/home/ann/out/hero.png", "byteCount": 1830211, "width": 1024, "height": 1024}"#),
    RPCExample(
      params: """
        {
          "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "path": "/home/ann/out/hero.mp4", "format": "mp4"
        }
        """,
      reply: #"{"path": "/home/ann/out/hero.mp4", "byteCount": 612904, "width": 1024, "height": 1024}"#),
  ]
}
