/// How a model wants to be spoken to.
public enum PromptDialect: String, JSONConvertible, CaseIterable {
  /// Sentences. What is not wanted is said as what is wanted instead.
  case prose
  /// An object with a member for each slot.
  case json
  /// Phrases parted by commas, and what is not wanted beside them.
  case keywords
  /// At most 30 words that say only what moves.
  case motion
}

/// One phrase of a prompt.
public struct PromptPhrase: JSONConvertible, Equatable {
  /// Which part of a prompt it is: `identity`, `role`, `pose`, `set`, `light`, `lens`, `composition`, `palette`, `props`, `people`, `invariants`, `avoid`, `output` or `motion`.
  public var slot: String

  /// What it says.
  public var text: String

  /// Who says it: `the shot`, `the header: material`, `the style hard-sun`.
  public var source: String

  /// Whether nobody may change it, as it says what the product is or what a channel binds.
  public var locked: Bool

  public init(slot: String, text: String, source: String, locked: Bool) {
    self.slot = slot
    self.text = text
    self.source = source
    self.locked = locked
  }
}

extension PromptPhrase {
  public init(json: JSONValue) throws(JSONMismatch) {
    slot = try json.member("slot")
    text = try json.member("text")
    source = try json.member("source")
    locked = try json.member("locked")
  }

  public var json: JSONValue {
    .record(["slot": slot.json, "text": text.json, "source": source.json, "locked": locked.json])
  }
}

/// Makes a complete prompt of a short wish.
public struct PromptEnhance: RPCRequest {
  public static let method = "kraf/prompt/enhance"
  public static let summary = """
    Makes a complete prompt of a shot's short wish, without changing the product. What the author wrote stays \
    word for word; the same shot gives the same prompt. No effects: `edit` says how to write it down.
    """

  /// The shot list; absolute. Without it `text` stands alone.
  public var path: String?

  /// The text in the editor; without it the file is read.
  public var text: String?

  /// The name of the shot.
  public var shot: String

  /// How the model wants to be spoken to.
  public var dialect: PromptDialect

  /// The most characters that the model takes; if absent, 32,000.
  public var limit: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    path: String? = nil, text: String? = nil, shot: String, dialect: PromptDialect = .prose, limit: Int? = nil,
    workspace: String? = nil
  ) {
    self.path = path
    self.text = text
    self.shot = shot
    self.dialect = dialect
    self.limit = limit
    self.workspace = workspace
  }

  /// The prompt.
  public struct Reply: JSONConvertible, Equatable {
    /// What the model is told.
    public var text: String

    /// What is not wanted, for dialects that say it beside the prompt; else empty.
    public var negative: String

    /// Where every phrase comes from.
    public var phrases: [PromptPhrase]

    /// The change of the shot list that writes down what is new, in utf-16 units; absent when nothing is.
    public var edit: LSPTextEdit?

    public init(text: String, negative: String, phrases: [PromptPhrase], edit: LSPTextEdit? = nil) {
      self.text = text
      self.negative = negative
      self.phrases = phrases
      self.edit = edit
    }
  }
}

extension PromptEnhance {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.optional("path", as: .path)
    text = try json.optional("text", as: .document)
    shot = try json.member("shot")
    dialect = try json.member("dialect", default: .prose)
    limit = try json.optional("limit", in: 1...1_000_000)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "path": path?.json, "text": text?.json, "shot": shot.json, "dialect": dialect == .prose ? nil : dialect.json,
      "limit": limit?.json, "workspace": workspace?.json,
    ])
  }
}

extension PromptEnhance.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    text = try json.member("text")
    negative = try json.member("negative")
    phrases = try json.member("phrases")
    edit = try json.optional("edit")
  }

  public var json: JSONValue {
    .record(["text": text.json, "negative": negative.json, "phrases": phrases.json, "edit": edit?.json])
  }
}

extension PromptEnhance {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shot": "hero"}"#,
      reply: """
        {
          "text": "Bottle. @front on white. 90 mm lens at f/11.", "negative": "",
          "phrases": [
            {"slot": "lens", "text": "90 mm lens at f/11", "source": "the style pure-white", "locked": false}
          ]
        }
        """)
  ]
}
