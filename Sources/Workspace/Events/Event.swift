/// One committed change of the workspace, as subscribers see it.
public struct Event: Sendable, Hashable {
  /// Rises by one from event to event, also across restarts.
  public var clock: Int64

  /// What changed, each thing once. Empty means: events were lost, read everything again.
  public var changes: [Change]

  /// Whether the reader missed something and has to read everything again; nothing was lost after this event.
  public var isReset: Bool { changes.isEmpty }
}

/// A thing that is new or different; what it is now is read from the workspace.
public struct Change: Sendable, Hashable {
  /// The kinds of thing.
  public enum Topic: String, Sendable, CaseIterable { case asset, canvas, job, product }

  public var topic: Topic

  /// Its name: of an asset, a canvas node, a job, a product.
  public var id: String

  init(_ topic: Topic, _ id: String) {
    self.topic = topic
    self.id = id
  }
}
