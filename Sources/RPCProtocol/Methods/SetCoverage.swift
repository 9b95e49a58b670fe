/// A buyer's question and the shots that answer it.
public struct AnsweredQuestion: JSONConvertible, Equatable {
  /// The role that answers it.
  public var role: String

  /// In words.
  public var question: String

  /// The shots of this role.
  public var shots: [String]

  /// Whether one of them is made.
  public var isAnswered: Bool

  public init(role: String, question: String, shots: [String], isAnswered: Bool) {
    self.role = role
    self.question = question
    self.shots = shots
    self.isAnswered = isAnswered
  }
}

extension AnsweredQuestion {
  public init(json: JSONValue) throws(JSONMismatch) {
    role = try json.member("role")
    question = try json.member("question")
    shots = try json.member("shots")
    isAnswered = try json.member("isAnswered")
  }

  public var json: JSONValue {
    .record(["role": role.json, "question": question.json, "shots": shots.json, "isAnswered": isAnswered.json])
  }
}

/// A slot and the shots that go there.
public struct CoveredSlot: JSONConvertible, Equatable {
  /// The id of the slot.
  public var channel: String

  /// A name for people.
  public var title: String

  /// The shots that go there.
  public var shots: [String]

  /// How many pictures there are for it.
  public var pictures: Int

  /// How many it takes; absent where no rule is known.
  public var takes: Int?

  public init(channel: String, title: String, shots: [String], pictures: Int, takes: Int? = nil) {
    self.channel = channel
    self.title = title
    self.shots = shots
    self.pictures = pictures
    self.takes = takes
  }
}

extension CoveredSlot {
  public init(json: JSONValue) throws(JSONMismatch) {
    channel = try json.member("channel")
    title = try json.member("title")
    shots = try json.member("shots")
    pictures = try json.member("pictures")
    takes = try json.optional("takes")
  }

  public var json: JSONValue {
    .record([
      "channel": channel.json, "title": title.json, "shots": shots.json, "pictures": pictures.json,
      "takes": takes?.json,
    ])
  }
}

/// Tells which buyer questions a product's set answers, and what each slot gets.
public struct SetCoverage: RPCRequest {
  public static let method = "kraf/set/coverage"
  public static let summary = """
    Tells which buyer questions a product's set answers, what each slot gets, and what is missing; no effects.
    """

  /// The shot list; absolute.
  public var path: String

  /// Slots, or the beginnings of their names; if absent, those of the shot list's header.
  public var channels: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(path: String, channels: [String]? = nil, workspace: String? = nil) {
    self.path = path
    self.channels = channels
    self.workspace = workspace
  }

  /// What there is and what is missing.
  public struct Reply: JSONConvertible, Equatable {
    /// One for each role.
    public var questions: [AnsweredQuestion]

    /// In the order in which they were named.
    public var slots: [CoveredSlot]

    /// What is missing, a sentence each.
    public var gaps: [String]

    public init(questions: [AnsweredQuestion], slots: [CoveredSlot], gaps: [String]) {
      self.questions = questions
      self.slots = slots
      self.gaps = gaps
    }
  }
}

extension SetCoverage {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    channels = try json.optional("channels")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["path": path.json, "channels": channels?.json, "workspace": workspace?.json])
  }
}

extension SetCoverage.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    questions = try json.member("questions")
    slots = try json.member("slots")
    gaps = try json.member("gaps")
  }

  public var json: JSONValue {
    .record(["questions": questions.json, "slots": slots.json, "gaps": gaps.json])
  }
}

extension SetCoverage {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "channels": ["amazon.main"]}"#,
      reply: """
        {
          "questions": [
            {
              "role": "hero", "question": "What is it, exactly, and is it the one I looked for?", "shots": ["hero"],
              "isAnswered": true
            }
          ],
          "slots": [
            {"channel": "amazon.main", "title": "Amazon, main image", "shots": ["hero"], "pictures": 1, "takes": 1}
          ],
          "gaps": ["Nothing shows how big it is; a lifestyle shot with 'dimensions:' does"]
        }
        """),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf"}"#,
      reply: """
        {
          "questions": [],
          "slots": [{"channel": "ebay.gallery", "title": "eBay", "shots": [], "pictures": 0}],
          "gaps": []
        }
        """),
  ]
}
