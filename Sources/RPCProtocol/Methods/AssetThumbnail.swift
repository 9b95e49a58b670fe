/// Makes a small picture of an asset and answers where it lies.
public struct AssetThumbnail: RPCRequest {
  public static let method = "kraf/asset/thumbnail"
  public static let summary = """
    Makes a small picture of an asset and answers where it lies. `px`, 1 to 2048, is the length of the \
    longer side. The file never changes, so editors may cache it.
    """

  /// The asset to show.
  public var asset: String

  /// The length of the longer side, in px.
  public var px: Int

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(asset: String, px: Int, workspace: String? = nil) {
    self.asset = asset
    self.px = px
    self.workspace = workspace
  }

  /// A file that never changes, so editors may cache it.
  public struct Reply: JSONConvertible, Equatable {
    /// Absolute.
    public var path: String

    /// In px.
    public var width: Int

    /// In px.
    public var height: Int

    /// Such as `image/png`.
    public var mediaType: String

    public init(path: String, width: Int, height: Int, mediaType: String) {
      self.path = path
      self.width = width
      self.height = height
      self.mediaType = mediaType
    }
  }
}

extension AssetThumbnail {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    px = try json.member("px", in: 1...2048)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["asset": asset.json, "px": px.json, "workspace": workspace?.json])
  }
}

extension AssetThumbnail.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path")
    width = try json.member("width")
    height = try json.member("height")
    mediaType = try json.member("mediaType")
  }

  public var json: JSONValue {
    .record(["path": path.json, "width": width.json, "height": height.json, "mediaType": mediaType.json])
  }
}

extension AssetThumbnail {
  public static let examples = [
    RPCExample(
      params: #"{"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "px": 256}"#,
      reply: """
        {
          "path": "/home/ann/shop/.kraf/thumbnails/9f86d081-256.png", "width": 256, "height": 192,
          "mediaType": "image/png"
        }
        """)
  ]
}
