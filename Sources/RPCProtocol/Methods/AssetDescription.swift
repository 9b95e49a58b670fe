/// A picture: where it lies and what it is. Pixels never travel in JSON.
public struct AssetDescription: JSONConvertible, Equatable {
  /// Its name: the SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var asset: String

  /// The absolute path of the file. An object of the workspace never changes, so its path may be cached.
  public var path: String

  /// Such as `image/png`.
  public var mediaType: String

  /// In px.
  public var width: Int

  /// In px.
  public var height: Int

  /// The size of the file.
  public var byteCount: Int

  /// What it is for, such as `photo`, `cutout`, `render`, `preview`.
  public var kind: String

  /// RFC 3339, UTC.
  public var createdAt: String

  /// How sure krafd is of a picture that it had to guess, 0 to 1.
  public var confidence: Double?

  /// Why it is not surer, in sentences for people.
  public var reasons: [String]?

  public init(
    asset: String, path: String, mediaType: String, width: Int, height: Int, byteCount: Int, kind: String,
    createdAt: String, confidence: Double? = nil, reasons: [String]? = nil
  ) {
    self.asset = asset
    self.path = path
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.byteCount = byteCount
    self.kind = kind
    self.createdAt = createdAt
    self.confidence = confidence
    self.reasons = reasons
  }
}

extension AssetDescription {
  public init(json: JSONValue) throws(JSONMismatch) {
    asset = try json.member("asset", as: .assetName)
    path = try json.member("path")
    mediaType = try json.member("mediaType")
    width = try json.member("width")
    height = try json.member("height")
    byteCount = try json.member("byteCount")
    kind = try json.member("kind")
    createdAt = try json.member("createdAt")
    confidence = try json.optional("confidence")
    reasons = try json.optional("reasons")
  }

  public var json: JSONValue {
    .record([
      "asset": asset.json, "path": path.json, "mediaType": mediaType.json, "width": width.json,
      "height": height.json, "byteCount": byteCount.json, "kind": kind.json, "createdAt": createdAt.json,
      "confidence": confidence?.json, "reasons": reasons?.json,
    ])
  }
}
