/// Takes a picture file into the workspace; the file itself stays as it is.
public struct AssetImport: RPCRequest {
  public static let method = "kraf/asset/import"
  public static let summary = """
    Takes a picture file into the workspace; the file itself stays as it is. `kind` is `photo` if \
    absent.
    """

  public typealias Reply = AssetDescription

  /// The file; absolute.
  public var path: String

  /// What it is for; if absent, `photo`.
  public var kind: String?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(path: String, kind: String? = nil, workspace: String? = nil) {
    self.path = path
    self.kind = kind
    self.workspace = workspace
  }
}

extension AssetImport {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    kind = try json.optional("kind")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["path": path.json, "kind": kind?.json, "workspace": workspace?.json])
  }
}

extension AssetImport {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/refs/front.jpg", "kind": "photo"}"#,
      reply: """
        {
          "asset": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
          "path": "/home/ann/shop/refs/front.jpg", "mediaType": "image/jpeg", "width": 1600, "height": 1200,
          "byteCount": 402113, "kind": "photo", "createdAt": "2026-02-03T04:00:00Z", "confidence": 0.62,
          "reasons": ["the bottle is as bright as its background"]
        }
        """)
  ]
}

/// Describes one asset.
public struct AssetGet: RPCRequest {
  public static let method = "kraf/asset/get"
  public static let summary = "Describes one asset."

  public typealias Reply = AssetDescription

  /// Its name.
  public var asset: String

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(asset: String, workspace: String? = nil) {
    self.asset = asset
    self.workspace = workspace
  }
}

extension AssetGet {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["asset": asset.json, "workspace": workspace?.json])
  }
}

extension AssetGet {
  public static let examples = [
    RPCExample(
      params: #"{"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}"#,
      reply: """
        {
          "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 1024,
          "height": 1024, "byteCount": 1830211, "kind": "render", "createdAt": "2026-02-03T04:05:06Z"
        }
        """)
  ]
}

/// Lists assets, newest first.
public struct AssetList: RPCRequest {
  public static let method = "kraf/asset/list"
  public static let summary = "Lists assets, newest first."

  /// Only those of this kind.
  public var kind: String?

  /// Only those of this product.
  public var product: String?

  /// At most so many.
  public var limit: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(kind: String? = nil, product: String? = nil, limit: Int? = nil, workspace: String? = nil) {
    self.kind = kind
    self.product = product
    self.limit = limit
    self.workspace = workspace
  }

  /// The assets.
  public struct Reply: JSONConvertible, Equatable {
    /// Newest first.
    public var assets: [AssetDescription]

    public init(assets: [AssetDescription]) {
      self.assets = assets
    }
  }
}

extension AssetList {
  public init(json: JSONValue) throws(JSONMismatch) {
    kind = try json.optional("kind")
    product = try json.optional("product")
    limit = try json.optional("limit", in: 1...100_000)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["kind": kind?.json, "product": product?.json, "limit": limit?.json, "workspace": workspace?.json])
  }
}

extension AssetList.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    assets = try json.member("assets")
  }

  public var json: JSONValue {
    .record(["assets": assets.json])
  }
}

extension AssetList {
  public static let examples = [
    RPCExample(
      params: #"{"kind": "render", "product": "p1", "limit": 20}"#,
      reply: """
        {
          "assets": [
            {
              "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 1024,
              "height": 1024, "byteCount": 1830211, "kind": "render", "createdAt": "2026-02-03T04:05:06Z"
            }
          ]
        }
        """),
    RPCExample(
      params: #"{}"#,
      reply: #"{"assets": []}"#),
  ]
}
