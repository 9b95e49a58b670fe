/// The latest events, for readers that were away. A value: the workspace appends, readers ask.
struct EventLog {
  /// How many events are kept.
  static let capacity = 1000

  /// The clock of the latest event.
  private(set) var clock: Int64

  /// At most `capacity`, their clocks without gaps up to `clock`.
  private var events: [Event] = []

  /// A log that knows no event, though the clock may have risen before.
  init(clock: Int64) { self.clock = clock }

  /// Adds the next event; one that does not follow on makes the log forget what was before it.
  mutating func append(_ event: Event) {
    if event.clock != clock + 1 { events.removeAll() }
    events.append(event)
    if events.count > Self.capacity { events.removeFirst(events.count - Self.capacity) }
    clock = event.clock
  }

  /// What a reader missed that has read everything up to `since`: the events, or a reset when some of them are no
  /// longer known or `since` lies in the future.
  func events(since: Int64) -> [Event] {
    if since == clock { return [] }
    guard since < clock, let first = events.first, since >= first.clock - 1 else {
      return [Event(clock: clock, changes: [])]
    }
    return Array(events.drop { $0.clock <= since })
  }
}
