/// Tells one picture of a preview.
public struct PreviewPicture: RPCNotification {
  public static let method = "kraf/preview/picture"
  public static let summary = """
    Tells one picture of a preview, finer than the one before. Only the newest is sent to a client that reads slowly. The \
    file lies in a cache of few pictures, so read it at once.
    """

  /// The preview.
  public var preview: String

  /// The shot list's URI.
  public var uri: String

  /// The name of the shot.
  public var shot: String

  /// Of the text that it shows; absent for a file.
  public var version: Int?

  /// Which picture of this text it is, from 1.
  public var step: Int

  /// How many there will be.
  public var steps: Int

  /// Whether it is the finest of this text.
  public var done: Bool

  /// The file.
  public var path: String

  /// Its media type.
  public var mediaType: String

  /// Its size, in px.
  public var width: Int
  public var height: Int

  /// What of it is a photo, in words.
  public var truth: String

  /// What making the shot costs, in words; absent where it is not known.
  public var cost: String?

  /// What a person should know, in sentences.
  public var warnings: [String]

  public init(
    preview: String, uri: String, shot: String, version: Int? = nil, step: Int, steps: Int, done: Bool, path: String,
    mediaType: String = "image/png", width: Int, height: Int, truth: String, cost: String? = nil,
    warnings: [String] = []
  ) {
    self.preview = preview
    self.uri = uri
    self.shot = shot
    self.version = version
    self.step = step
    self.steps = steps
    self.done = done
    self.path = path
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.truth = truth
    self.cost = cost
    self.warnings = warnings
  }
}

extension PreviewPicture {
  public init(json: JSONValue) throws(JSONMismatch) {
    preview = try json.member("preview")
    uri = try json.member("uri")
    shot = try json.member("shot")
    version = try json.optional("version")
    step = try json.member("step")
    steps = try json.member("steps")
    done = try json.member("done")
    path = try json.member("path", as: .path)
    mediaType = try json.member("mediaType")
    width = try json.member("width")
    height = try json.member("height")
    truth = try json.member("truth")
    cost = try json.optional("cost")
    warnings = try json.member("warnings", default: [])
  }

  public var json: JSONValue {
    .record([
      "preview": preview.json, "uri": uri.json, "shot": shot.json, "version": version?.json, "step": step.json,
      "steps": steps.json, "done": done.json, "path": path.json, "mediaType": mediaType.json, "width": width.json,
      "height": height.json, "truth": truth.json, "cost": cost?.json,
      "warnings": warnings.isEmpty ? nil : warnings.json,
    ])
  }
}

extension PreviewPicture {
  public static let examples = [
    RPCExample(
      params: """
        {
          "preview": "p1", "uri": "file:///home/ann/shop/bottle.kraf", "shot": "hero", "version": 12, "step": 1,
          "steps": 4, "done": false, "path": "/home/ann/shop/.kraf/cache/previews/9f86d081.png",
          "mediaType": "image/png", "width": 384, "height": 384, "truth": "product pixels as in refs/front.jpg",
          "cost": "1 picture · free · 2.1 s", "warnings": ["Line 9: The studio cannot render 'eucalyptus'"]
        }
        """)
  ]
}

/// Tells why a preview shows nothing at the moment.
public struct PreviewProblem: RPCNotification {
  public static let method = "kraf/preview/problem"
  public static let summary = """
    Tells why a preview has no picture of the text as it is now. It goes on following: the next change may mend it.
    """

  /// The preview.
  public var preview: String

  /// The shot list's URI.
  public var uri: String

  /// The name of the shot.
  public var shot: String

  /// Of the text; absent for a file.
  public var version: Int?

  /// One sentence for people.
  public var message: String

  public init(preview: String, uri: String, shot: String, version: Int? = nil, message: String) {
    self.preview = preview
    self.uri = uri
    self.shot = shot
    self.version = version
    self.message = message
  }
}

extension PreviewProblem {
  public init(json: JSONValue) throws(JSONMismatch) {
    preview = try json.member("preview")
    uri = try json.member("uri")
    shot = try json.member("shot")
    version = try json.optional("version")
    message = try json.member("message")
  }

  public var json: JSONValue {
    .record([
      "preview": preview.json, "uri": uri.json, "shot": shot.json, "version": version?.json, "message": message.json,
    ])
  }
}

extension PreviewProblem {
  public static let examples = [
    RPCExample(
      params: """
        {
          "preview": "p1", "uri": "file:///home/ann/shop/bottle.kraf", "shot": "hero", "version": 13,
          "message": "Line 5: No style is named 'pure-whit'; did you mean 'pure-white'?"
        }
        """)
  ]
}
