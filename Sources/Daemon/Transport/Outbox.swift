/// The messages that a client has not taken yet: bounded, in order, with newer ones replacing older ones of a topic.
///
/// A pure state machine. It is full from the moment a limit is crossed until the client has taken so much that at
/// most half of each limit is left.
struct Outbox: Sendable {
  /// How much may wait.
  struct Limits: Sendable {
    /// Beyond these the outbox is full: passing messages are left out, and krafd stops reading from the client.
    var maxBytes = 4 << 20
    var maxMessages = 1000
    /// Beyond this the session cannot be saved.
    var hardMaxBytes = 128 << 20
  }

  /// What became of a message.
  enum Push: Equatable, Sendable {
    case queued
    case replaced
    /// Queued, and the outbox is full.
    case full
    case leftOut
    /// More than the hard limit waits: end the session.
    case overflow
  }

  /// What tells the client that events were left out; of one scope only the newest is sent.
  struct Reset: Equatable, Sendable {
    var scope: String
    var bytes: [UInt8]
  }

  private struct Entry {
    var bytes: [UInt8]
    var delivery: Delivery
    var reset: Reset?
  }

  private let limits: Limits
  private var entries = Fifo<Entry>()
  private var topics: [String: Int] = [:]
  private var takenBytes = 0
  private var waitingBytes = 0
  private(set) var isFull = false

  /// An empty outbox.
  init(limits: Limits = Limits()) { self.limits = limits }

  /// The bytes that wait or are being written.
  var bytes: Int { waitingBytes + takenBytes }

  /// The messages that wait.
  var count: Int { entries.count }

  /// Whether nothing waits; what was taken may still be on its way.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a message behind all others. `reset` is sent in its place if the message is an event and is left out.
  mutating func push(_ message: [UInt8], _ delivery: Delivery, reset: Reset? = nil) -> Push {
    let replaced = delivery.topic.map { remove(topic: $0) } ?? false
    if isFull, delivery.isPassing {
      if let reset { replace(with: reset) }
      return .leftOut
    }
    append(Entry(bytes: message, delivery: delivery, reset: reset))
    if bytes > limits.hardMaxBytes { return .overflow }
    if bytes > limits.maxBytes || count > limits.maxMessages {
      isFull = true
      leaveOutPassing()
      // With nothing left to write, nothing would ever end the fullness.
      if bytes == 0, isEmpty { isFull = false }
    }
    return isFull ? .full : replaced ? .replaced : .queued
  }

  /// Takes the next messages to be written as one piece of about `maxBytes`, at least one message; nil when none
  /// waits. The bytes count until `wrote`.
  mutating func take(upTo maxBytes: Int) -> [UInt8]? {
    guard var piece = takeFirst() else { return nil }
    while let next = entries.first, piece.count + next.bytes.count <= maxBytes {
      guard let bytes = takeFirst() else { break }
      piece += bytes
    }
    takenBytes = piece.count
    return piece
  }

  /// Notes that `count` of the bytes that were taken went out.
  mutating func wrote(_ count: Int) {
    takenBytes = max(0, takenBytes - count)
    if bytes <= limits.maxBytes / 2, self.count <= limits.maxMessages / 2 { isFull = false }
  }

  private mutating func append(_ entry: Entry) {
    let place = entries.append(entry)
    if let topic = entry.delivery.topic { topics[topic] = place }
    waitingBytes += entry.bytes.count
  }

  private mutating func remove(topic: String) -> Bool {
    guard let place = topics.removeValue(forKey: topic), let entry = entries.remove(at: place) else { return false }
    waitingBytes -= entry.bytes.count
    return true
  }

  private mutating func takeFirst() -> [UInt8]? {
    guard let (place, entry) = entries.popFirst() else { return nil }
    if let topic = entry.delivery.topic, topics[topic] == place { topics[topic] = nil }
    waitingBytes -= entry.bytes.count
    return entry.bytes
  }

  private mutating func leaveOutPassing() {
    var resets: [Reset] = []
    for (place, entry) in entries.all where entry.delivery.isPassing {
      if let reset = entry.reset { resets.append(reset) }
      entries.remove(at: place)
      waitingBytes -= entry.bytes.count
      if let topic = entry.delivery.topic { topics[topic] = nil }
    }
    for reset in resets { replace(with: reset) }
  }

  private mutating func replace(with reset: Reset) {
    let delivery = Delivery.latest(topic: "reset " + reset.scope)
    if let topic = delivery.topic { _ = remove(topic: topic) }
    append(Entry(bytes: reset.bytes, delivery: delivery, reset: nil))
  }
}
