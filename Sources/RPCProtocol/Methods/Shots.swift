/// How much an issue matters.
public enum IssueSeverity: String, JSONConvertible, CaseIterable {
  case error
  case warning
  case information
  case hint
}

/// Something that a shot list should say differently.
public struct ShotIssue: JSONConvertible, Equatable {
  /// A stable word, such as `unknownStyle`.
  public var code: String

  /// How much it matters.
  public var severity: IssueSeverity

  /// One sentence: what is wrong and what to do.
  public var message: String

  /// Where, in utf-16 units.
  public var range: LSPRange

  /// What the rule adds, such as the nearest known names.
  public var details: JSONObject?

  public init(code: String, severity: IssueSeverity, message: String, range: LSPRange, details: JSONObject? = nil) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.details = details
  }
}

extension ShotIssue {
  public init(json: JSONValue) throws(JSONMismatch) {
    code = try json.member("code")
    severity = try json.member("severity")
    message = try json.member("message")
    range = try json.member("range")
    details = try json.optional("details")
  }

  public var json: JSONValue {
    .record([
      "code": code.json, "severity": severity.json, "message": message.json, "range": range.json,
      "details": details?.json,
    ])
  }
}

/// Parses the text of a shot list; no effects.
public struct ShotsParse: RPCRequest {
  public static let method = "kraf/shots/parse"
  public static let summary = "Parses the text of a shot list; no effects."

  /// The shot list.
  public var text: String

  public init(text: String) {
    self.text = text
  }

  /// What was read.
  public struct Reply: JSONConvertible, Equatable {
    /// The syntax tree, which keeps every byte.
    public var tree: JSONValue

    public init(tree: JSONValue) {
      self.tree = tree
    }
  }
}

extension ShotsParse {
  public init(json: JSONValue) throws(JSONMismatch) {
    text = try json.member("text", as: .document)
  }

  public var json: JSONValue {
    .record(["text": text.json])
  }
}

extension ShotsParse.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    tree = try json.member("tree")
  }

  public var json: JSONValue {
    .record(["tree": tree.json])
  }
}

extension ShotsParse {
  public static let examples = [
    RPCExample(
      params: #"{"text": "product: Trailhead bottle\n\n## hero\nratio: 1:1\n"}"#,
      reply: #"{"tree": {"kind": "file", "children": []}}"#)
  ]
}

/// Resolves the shots of a shot list and names its issues; no effects.
public struct ShotsAnalyse: RPCRequest {
  public static let method = "kraf/shots/analyse"
  public static let summary = """
    Resolves the shots of a shot list and names its issues; no effects. `path` or `text` must be there; \
    with both, the text stands for the file's. Characters are counted in utf-16 units.
    """

  /// The file; absolute. Its folder is where references are looked for.
  public var path: String?

  /// The text, if it differs from the file's.
  public var text: String?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(path: String? = nil, text: String? = nil, workspace: String? = nil) {
    self.path = path
    self.text = text
    self.workspace = workspace
  }

  /// What the shot list means.
  public struct Reply: JSONConvertible, Equatable {
    /// The product's name; empty if the file names none.
    public var product: String

    /// The shots with everything resolved, in order.
    public var shots: [JSONValue]

    /// In the order of the text.
    public var issues: [ShotIssue]

    public init(product: String, shots: [JSONValue], issues: [ShotIssue]) {
      self.product = product
      self.shots = shots
      self.issues = issues
    }
  }
}

extension ShotsAnalyse {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.optional("path", as: .path)
    text = try json.optional("text", as: .document)
    workspace = try json.optional("workspace")
    try json.require(oneOf: ["path", "text"])
  }

  public var json: JSONValue {
    .record(["path": path?.json, "text": text?.json, "workspace": workspace?.json])
  }
}

extension ShotsAnalyse.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    product = try json.member("product")
    shots = try json.member("shots")
    issues = try json.member("issues")
  }

  public var json: JSONValue {
    .record(["product": product.json, "shots": shots.json, "issues": issues.json])
  }
}

extension ShotsAnalyse {
  public static let examples = [
    RPCExample(
      params: #"""
        {"path": "/home/ann/shop/bottle.kraf", "text": "product: Trailhead bottle\n\n## hero\nratio: 1:1\n"}
        """#,
      reply: """
        {
          "product": "Trailhead bottle", "shots": [{"name": "hero", "width": 1024, "height": 1024}],
          "issues": [
            {
              "code": "noPrompt", "severity": "information",
              "message": "The shot has no prompt; the style alone decides",
              "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 7}},
              "details": {"shot": "hero"}
            }
          ]
        }
        """),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf"}"#,
      reply: #"{"product": "Trailhead bottle", "shots": [], "issues": []}"#),
  ]
}
