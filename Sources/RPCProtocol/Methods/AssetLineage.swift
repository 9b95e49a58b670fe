/// One step from an asset to the asset that was made from it.
public struct LineageEdge: JSONConvertible, Equatable {
  /// The older asset.
  public var from: String

  /// The newer asset.
  public var to: String

  /// What was done.
  public var operation: String

  /// The job that did it.
  public var job: String?

  public init(from: String, to: String, operation: String, job: String? = nil) {
    self.from = from
    self.to = to
    self.operation = operation
    self.job = job
  }
}

extension LineageEdge {
  public init(json: JSONValue) throws(JSONMismatch) {
    from = try json.member("from", as: .assetName)
    to = try json.member("to", as: .assetName)
    operation = try json.member("operation")
    job = try json.optional("job")
  }

  public var json: JSONValue {
    .record(["from": from.json, "to": to.json, "operation": operation.json, "job": job?.json])
  }
}

/// Tells from which assets an asset was made, back to the photos.
public struct AssetLineage: RPCRequest {
  public static let method = "kraf/asset/lineage"
  public static let summary = "Tells from which assets an asset was made, back to the photos."

  /// The asset.
  public var asset: String

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(asset: String, workspace: String? = nil) {
    self.asset = asset
    self.workspace = workspace
  }

  /// A graph without cycles.
  public struct Reply: JSONConvertible, Equatable {
    /// The assets that it came from, oldest first, without itself.
    public var ancestors: [AssetDescription]

    /// The steps between them.
    public var edges: [LineageEdge]

    public init(ancestors: [AssetDescription], edges: [LineageEdge]) {
      self.ancestors = ancestors
      self.edges = edges
    }
  }
}

extension AssetLineage {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["asset": asset.json, "workspace": workspace?.json])
  }
}

extension AssetLineage.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    ancestors = try json.member("ancestors")
    edges = try json.member("edges")
  }

  public var json: JSONValue {
    .record(["ancestors": ancestors.json, "edges": edges.json])
  }
}

extension AssetLineage {
  public static let examples = [
    RPCExample(
      params: #"{"asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}"#,
      reply: """
        {
          "ancestors": [
            {
              "asset": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
              "path": "/home/ann/shop/refs/front.jpg", "mediaType": "image/jpeg", "width": 1600,
              "height": 1200, "byteCount": 402113, "kind": "photo", "createdAt": "2026-02-03T04:00:00Z",
              "confidence": 0.62, "reasons": ["the bottle is as bright as its background"]
            }
          ],
          "edges": [
            {
              "from": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
              "to": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "operation": "render", "job": "j17"
            }
          ]
        }
        """)
  ]
}
