/// Asks for events about some topics, and for what was missed since a moment.
public struct KrafSubscribe: RPCRequest {
  public static let method = "kraf/subscribe"
  public static let summary = """
    Asks for events about some topics, and for what was missed since a moment: `since` is the clock of \
    the last event seen. With `reset: true` too much was missed to list it, and the client reads \
    everything again.
    """

  /// The topics; they replace those of an earlier subscription.
  public var topics: [String]

  /// The clock of the last event that the client has seen.
  public var since: Int?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(topics: [String], since: Int? = nil, workspace: String? = nil) {
    self.topics = topics
    self.since = since
    self.workspace = workspace
  }

  /// Where the stream of events begins.
  public struct Reply: JSONConvertible, Equatable {
    /// The moment of this answer; events after it have a higher clock.
    public var clock: Int

    /// Whether too much was missed to list it: read everything again.
    public var reset: Bool

    /// What happened after `since`; empty when `reset` is true or there was no `since`.
    public var changes: [EventChange]

    public init(clock: Int, reset: Bool, changes: [EventChange]) {
      self.clock = clock
      self.reset = reset
      self.changes = changes
    }
  }
}

extension KrafSubscribe {
  public init(json: JSONValue) throws(JSONMismatch) {
    topics = try json.member("topics")
    since = try json.optional("since")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["topics": topics.json, "since": since?.json, "workspace": workspace?.json])
  }
}

extension KrafSubscribe.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    clock = try json.member("clock")
    reset = try json.member("reset")
    changes = try json.member("changes")
  }

  public var json: JSONValue {
    .record(["clock": clock.json, "reset": reset.json, "changes": changes.json])
  }
}

extension KrafSubscribe {
  public static let examples = [
    RPCExample(
      params: #"{"topics": ["asset", "job"], "since": 41, "workspace": "w1"}"#,
      reply: """
        {
          "clock": 42, "reset": false,
          "changes": [
            {
              "topic": "asset", "action": "created",
              "id": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            }
          ]
        }
        """),
    RPCExample(
      params: #"{"topics": ["job"]}"#,
      reply: #"{"clock": 42, "reset": false, "changes": []}"#),
  ]
}

/// Ends the events about some topics.
public struct KrafUnsubscribe: RPCRequest {
  public static let method = "kraf/unsubscribe"
  public static let summary = "Ends the events about some topics."

  public typealias Reply = EmptyReply

  /// The topics; if absent, all.
  public var topics: [String]?

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(topics: [String]? = nil, workspace: String? = nil) {
    self.topics = topics
    self.workspace = workspace
  }
}

extension KrafUnsubscribe {
  public init(json: JSONValue) throws(JSONMismatch) {
    topics = try json.optional("topics")
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["topics": topics?.json, "workspace": workspace?.json])
  }
}

extension KrafUnsubscribe {
  public static let examples = [
    RPCExample(
      params: #"{"topics": ["job"]}"#,
      reply: #"{}"#)
  ]
}

/// A barrier: the answer comes after all events up to its clock.
public struct KrafSync: RPCRequest {
  public static let method = "kraf/sync"
  public static let summary = "A barrier: the answer comes after all events up to its clock."

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(workspace: String? = nil) {
    self.workspace = workspace
  }

  /// The barrier.
  public struct Reply: JSONConvertible, Equatable {
    /// Every event up to it was sent before this answer.
    public var clock: Int

    public init(clock: Int) {
      self.clock = clock
    }
  }
}

extension KrafSync {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["workspace": workspace?.json])
  }
}

extension KrafSync.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    clock = try json.member("clock")
  }

  public var json: JSONValue {
    .record(["clock": clock.json])
  }
}

extension KrafSync {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"{"clock": 42}"#)
  ]
}

/// Tells what changed in a workspace.
public struct KrafEvent: RPCNotification {
  public static let method = "kraf/event"
  public static let summary = "Tells what changed in a workspace."

  /// Which workspace.
  public var workspace: String

  /// The moment after the last of the changes; it only rises.
  public var clock: Int

  /// Whether changes were left out because the client was too slow: read everything again.
  public var reset: Bool

  /// In the order in which they happened.
  public var changes: [EventChange]

  public init(workspace: String, clock: Int, reset: Bool = false, changes: [EventChange]) {
    self.workspace = workspace
    self.clock = clock
    self.reset = reset
    self.changes = changes
  }
}

extension KrafEvent {
  public init(json: JSONValue) throws(JSONMismatch) {
    workspace = try json.member("workspace")
    clock = try json.member("clock")
    reset = try json.member("reset", default: false)
    changes = try json.member("changes")
  }

  public var json: JSONValue {
    .record(["workspace": workspace.json, "clock": clock.json, "reset": reset.json, "changes": changes.json])
  }
}

extension KrafEvent {
  public static let examples = [
    RPCExample(
      params: """
        {
          "workspace": "w1", "clock": 43, "reset": false,
          "changes": [{"topic": "job", "action": "changed", "id": "j17"}]
        }
        """)
  ]
}
