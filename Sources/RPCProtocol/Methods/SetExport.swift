/// One picture that was written for one slot.
public struct ExportedPicture: JSONConvertible, Equatable {
  /// The id of the slot.
  public var channel: String

  /// The name of the shot.
  public var shot: String

  /// Absolute.
  public var path: String

  /// Such as `image/jpeg`.
  public var mediaType: String

  /// In px.
  public var width: Int

  /// In px.
  public var height: Int

  /// The file's size.
  public var byteCount: Int

  /// The digest of the file, 64 hexadecimal digits.
  public var sha256: String

  /// The asset that it was made from.
  public var asset: String

  /// The IPTC digital source type that the file says.
  public var sourceType: String

  /// `accepted`, or `undecided` where nobody said.
  public var verdict: String

  /// What the slot's rules have to say; errors here were allowed.
  public var findings: [ChannelFinding]

  public init(
    channel: String, shot: String, path: String, mediaType: String, width: Int, height: Int, byteCount: Int,
    sha256: String, asset: String, sourceType: String, verdict: String, findings: [ChannelFinding]
  ) {
    self.channel = channel
    self.shot = shot
    self.path = path
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.byteCount = byteCount
    self.sha256 = sha256
    self.asset = asset
    self.sourceType = sourceType
    self.verdict = verdict
    self.findings = findings
  }
}

extension ExportedPicture {
  public init(json: JSONValue) throws(JSONMismatch) {
    channel = try json.member("channel")
    shot = try json.member("shot")
    path = try json.member("path")
    mediaType = try json.member("mediaType")
    width = try json.member("width")
    height = try json.member("height")
    byteCount = try json.member("byteCount")
    sha256 = try json.member("sha256")
    asset = try json.member("asset", as: .assetName)
    sourceType = try json.member("sourceType")
    verdict = try json.member("verdict")
    findings = try json.member("findings")
  }

  public var json: JSONValue {
    .record([
      "channel": channel.json, "shot": shot.json, "path": path.json, "mediaType": mediaType.json,
      "width": width.json, "height": height.json, "byteCount": byteCount.json, "sha256": sha256.json,
      "asset": asset.json, "sourceType": sourceType.json, "verdict": verdict.json, "findings": findings.json,
    ])
  }
}

/// A picture that was not written.
public struct LeftOutPicture: JSONConvertible, Equatable {
  /// The id of the slot.
  public var channel: String

  /// The name of the shot.
  public var shot: String

  /// Why.
  public var reasons: [ChannelFinding]

  public init(channel: String, shot: String, reasons: [ChannelFinding]) {
    self.channel = channel
    self.shot = shot
    self.reasons = reasons
  }
}

extension LeftOutPicture {
  public init(json: JSONValue) throws(JSONMismatch) {
    channel = try json.member("channel")
    shot = try json.member("shot")
    reasons = try json.member("reasons")
  }

  public var json: JSONValue {
    .record(["channel": channel.json, "shot": shot.json, "reasons": reasons.json])
  }
}

/// Writes a product's set for channels.
public struct SetExport: RPCRequest {
  public static let method = "kraf/set/export"
  public static let summary = """
    Writes every shot's pictures for every slot that takes them: fitted, named, sized, with their origin inside, \
    beside a manifest and a contact sheet. What breaks a rule of its slot is left out with the reason, unless \
    the rule is in `allow`. The same set gives the same files.
    """

  /// The shot list; absolute.
  public var path: String

  /// Slots, or the beginnings of their names; if absent, those of the shot list's header.
  public var channels: [String]?

  /// Where to write; absolute; made where it is missing.
  public var folder: String

  /// Names of rules that may be broken; `all` for every rule.
  public var allow: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    path: String, channels: [String]? = nil, folder: String, allow: [String]? = nil, workspace: String? = nil
  ) {
    self.path = path
    self.channels = channels
    self.folder = folder
    self.allow = allow
    self.workspace = workspace
  }

  /// What was done.
  public struct Reply: JSONConvertible, Equatable {
    /// What was written.
    public var pictures: [ExportedPicture]

    /// What was not, and why.
    public var leftOut: [LeftOutPicture]

    /// The path of the manifest, which says all this without absolute paths.
    public var manifest: String

    /// The path of the contact sheet; absent when nothing was written.
    public var contactSheet: String?

    /// What the set does not show, a sentence each.
    public var gaps: [String]

    /// Sentences for people.
    public var warnings: [String]

    public init(
      pictures: [ExportedPicture], leftOut: [LeftOutPicture], manifest: String, contactSheet: String? = nil,
      gaps: [String], warnings: [String]
    ) {
      self.pictures = pictures
      self.leftOut = leftOut
      self.manifest = manifest
      self.contactSheet = contactSheet
      self.gaps = gaps
      self.warnings = warnings
    }
  }
}

extension SetExport {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    channels = try json.optional("channels")
    folder = try json.member("folder", as: .path)
    allow = try json.optional("allow")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "path": path.json, "channels": channels?.json, "folder": folder.json, "allow": allow?.json,
      "workspace": workspace?.json,
    ])
  }
}

extension SetExport.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    pictures = try json.member("pictures")
    leftOut = try json.member("leftOut")
    manifest = try json.member("manifest")
    contactSheet = try json.optional("contactSheet")
    gaps = try json.member("gaps")
    warnings = try json.member("warnings")
  }

  public var json: JSONValue {
    .record([
      "pictures": pictures.json, "leftOut": leftOut.json, "manifest": manifest.json,
      "contactSheet": contactSheet?.json, "gaps": gaps.json, "warnings": warnings.json,
    ])
  }
}

extension SetExport {
  public static let examples = [
    RPCExample(
      params: """
        {"path": "/home/ann/shop/bottle.kraf", "folder": "/home/ann/shop/out", "allow": ["fill.low"]}
        """,
      reply: """
        {
          "pictures": [
            {
              "channel": "amazon.main", "shot": "hero", "path": "/home/ann/shop/out/amazon.main/bottle-hero.jpg",
              "mediaType": "image/jpeg", "width": 2000, "height": 2000, "byteCount": 412000,
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "asset": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "sourceType": "compositeSynthetic", "verdict": "accepted",
              "findings": [
                {"rule": "fill.low", "severity": "error", "sentence": "The product fills 80 % of the frame"}
              ]
            }
          ],
          "leftOut": [
            {
              "channel": "meta.feed.portrait", "shot": "lifestyle-picnic",
              "reasons": [{"rule": "set.missing", "severity": "error", "sentence": "It is not made; render it first"}]
            }
          ],
          "manifest": "/home/ann/shop/out/manifest.json", "contactSheet": "/home/ann/shop/out/contact-sheet.jpg",
          "gaps": [], "warnings": []
        }
        """),
    RPCExample(
      params: """
        {"path": "/home/ann/shop/bottle.kraf", "channels": ["ebay"], "folder": "/home/ann/shop/out"}
        """,
      reply: """
        {
          "pictures": [], "leftOut": [], "manifest": "/home/ann/shop/out/manifest.json", "gaps": [], "warnings": []
        }
        """),
  ]
}
