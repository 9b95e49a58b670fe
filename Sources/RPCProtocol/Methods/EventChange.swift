/// What happened to a thing.
public enum ChangeAction: String, JSONConvertible, CaseIterable {
  case created
  case changed
  case removed
}

/// One change of the workspace, which says what to read again.
public struct EventChange: JSONConvertible, Equatable {
  /// The kind of thing, such as `asset`, `job`, `canvas`.
  public var topic: String

  /// What happened to it.
  public var action: ChangeAction

  /// Which thing.
  public var id: String

  public init(topic: String, action: ChangeAction, id: String) {
    self.topic = topic
    self.action = action
    self.id = id
  }
}

extension EventChange {
  public init(json: JSONValue) throws(JSONMismatch) {
    topic = try json.member("topic")
    action = try json.member("action")
    id = try json.member("id")
  }

  public var json: JSONValue {
    .record(["topic": topic.json, "action": action.json, "id": id.json])
  }
}
