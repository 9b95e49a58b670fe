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

  /// Whether nobody may change it: it says what the product is, who asks or what a channel binds, or the author wrote it.
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
    word for word; the same shot gives the same prompt. With `assisted`, the model that the user's settings \
    describe says what may be said freely; where it does not, or says what cannot be used, the prompt is made \
    without it and `notes` say why. No effects: `edit` says how to write it down.
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

  /// Whether the user's model helps with the words.
  public var assisted: Bool

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(
    path: String? = nil, text: String? = nil, shot: String, dialect: PromptDialect = .prose, limit: Int? = nil,
    assisted: Bool = false, workspace: String? = nil
  ) {
    self.assisted = assisted
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

    /// The model whose words are in it; absent when none are.
    public var assistant: String?

    /// What of the model's answer was not taken, and why; for people.
    public var notes: [String]

    /// What the model's answer cost, in micro-dollars, or at most cost where its server does not say; absent for none.
    public var costMicros: Int?

    public init(
      text: String, negative: String, phrases: [PromptPhrase], edit: LSPTextEdit? = nil, assistant: String? = nil,
      notes: [String] = [], costMicros: Int? = nil
    ) {
      self.assistant = assistant
      self.notes = notes
      self.costMicros = costMicros
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
    assisted = try json.member("assisted", default: false)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record([
      "path": path?.json, "text": text?.json, "shot": shot.json, "dialect": dialect == .prose ? nil : dialect.json,
      "limit": limit?.json, "assisted": assisted ? true.json : nil, "workspace": workspace?.json,
    ])
  }
}

extension PromptEnhance.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    text = try json.member("text")
    negative = try json.member("negative")
    phrases = try json.member("phrases")
    edit = try json.optional("edit")
    assistant = try json.optional("assistant")
    notes = try json.member("notes", default: [])
    costMicros = try json.optional("costMicros")
  }

  public var json: JSONValue {
    .record([
      "text": text.json, "negative": negative.json, "phrases": phrases.json, "edit": edit?.json,
      "assistant": assistant?.json, "notes": notes.isEmpty ? nil : notes.json, "costMicros": costMicros?.json,
    ])
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
        """),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shot": "hero", "assisted": true}"#,
      reply: """
        {
          "text": "Bottle. @front on white. Honed travertine.", "negative": "",
          "phrases": [
            {"slot": "set", "text": "honed travertine", "source": "qwen3:8b at 127.0.0.1", "locked": false}
          ],
          "assistant": "qwen3:8b at 127.0.0.1",
          "notes": ["Left out what qwen3:8b at 127.0.0.1 says about light: it says nothing"], "costMicros": 450
        }
        """),
  ]
}
