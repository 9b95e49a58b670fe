/// One picture and what speaks for it.
public struct ComparedPicture: JSONConvertible, Equatable {
  /// The picture.
  public var asset: AssetDescription

  /// Counted from 1; equal pictures share one.
  public var rank: Int

  /// The id of the model.
  public var model: String

  /// The id of the style.
  public var style: String

  /// Why it stands where it stands, a short phrase each.
  public var reasons: [String]

  /// What it cost, in micro-dollars.
  public var costMicros: Int

  /// How long it took to make.
  public var elapsedMs: Int

  /// `accepted` or `rejected`; absent where nobody decided.
  public var verdict: String?

  public init(
    asset: AssetDescription, rank: Int, model: String, style: String, reasons: [String], costMicros: Int,
    elapsedMs: Int, verdict: String? = nil
  ) {
    self.asset = asset
    self.rank = rank
    self.model = model
    self.style = style
    self.reasons = reasons
    self.costMicros = costMicros
    self.elapsedMs = elapsedMs
    self.verdict = verdict
  }
}

extension ComparedPicture {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset")
    rank = try json.member("rank")
    model = try json.member("model")
    style = try json.member("style")
    reasons = try json.member("reasons")
    costMicros = try json.member("costMicros")
    elapsedMs = try json.member("elapsedMs")
    verdict = try json.optional("verdict")
  }

  public var json: JSONValue {
    .record([
      "asset": asset.json, "rank": rank.json, "model": model.json, "style": style.json, "reasons": reasons.json,
      "costMicros": costMicros.json, "elapsedMs": elapsedMs.json, "verdict": verdict?.json,
    ])
  }
}

/// Ranks pictures and puts them on one sheet.
public struct KrafCompare: RPCRequest {
  public static let method = "kraf/compare"
  public static let summary = """
    Ranks outputs by truth, by how they fit the slots of `channels`, by cost and by time, says why, and makes a \
    labelled contact sheet. Name them by `assets`, or by `path` and `shot`: then all variants of that shot are \
    taken.
    """

  /// The assets, 1 to 64.
  public var assets: [String]?

  /// The shot list; absolute.
  public var path: String?

  /// The name of the shot in it.
  public var shot: String?

  /// Slots to measure against; if absent, those of the shot, or none.
  public var channels: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    assets: [String]? = nil, path: String? = nil, shot: String? = nil, channels: [String]? = nil,
    workspace: String? = nil
  ) {
    self.assets = assets
    self.path = path
    self.shot = shot
    self.channels = channels
    self.workspace = workspace
  }

  /// The ranking and the sheet.
  public struct Reply: JSONConvertible, Equatable {
    /// The best first.
    public var pictures: [ComparedPicture]

    /// All of them with their captions.
    public var sheet: AssetDescription

    public init(pictures: [ComparedPicture], sheet: AssetDescription) {
      self.pictures = pictures
      self.sheet = sheet
    }
  }
}

extension KrafCompare {
  public init(json: JSONValue) throws(JSONMismatch) {
    assets = try json.optional("assets")
    path = try json.optional("path", as: .path)
    shot = try json.optional("shot")
    channels = try json.optional("channels")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "assets": assets?.json, "path": path?.json, "shot": shot?.json, "channels": channels?.json,
      "workspace": workspace?.json,
    ])
  }
}

extension KrafCompare.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    pictures = try json.member("pictures")
    sheet = try json.member("sheet")
  }

  public var json: JSONValue {
    .record(["pictures": pictures.json, "sheet": sheet.json])
  }
}

extension KrafCompare {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shot": "hero"}"#,
      reply: """
        {
          "pictures": [
            {
              "asset": {
                "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 1024,
                "height": 1024, "byteCount": 1830211, "kind": "output", "createdAt": "2026-02-03T04:05:06Z"
              },
              "rank": 1, "model": "studio", "style": "hard-sun",
              "reasons": ["the product's own pixels", "fits 1 of 1 slots"], "costMicros": 0, "elapsedMs": 1630,
              "verdict": "accepted"
            }
          ],
          "sheet": {
            "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 640,
            "height": 720, "byteCount": 830211, "kind": "output", "createdAt": "2026-02-03T04:05:08Z"
          }
        }
        """),
    RPCExample(
      params: """
        {"assets": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "channels": ["amazon.main"]}
        """,
      reply: """
        {
          "pictures": [],
          "sheet": {
            "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "path": "/home/ann/shop/.kraf/objects/9f/86d081.png", "mediaType": "image/png", "width": 640,
            "height": 720, "byteCount": 830211, "kind": "output", "createdAt": "2026-02-03T04:05:08Z"
          }
        }
        """),
  ]
}
