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

  private struct Entry {
    var bytes: [UInt8]
    var delivery: Delivery
  }

  private let limits: Limits
  private let reset: [UInt8]
  private var entries = Fifo<Entry>()
  private var topics: [String: Int] = [:]
  private var hasReset = false
  private var takenBytes = 0
  private var waitingBytes = 0
  private(set) var isFull = false

  /// An empty outbox. `reset` is the message that tells the client that events were left out.
  init(limits: Limits = Limits(), reset: [UInt8]) {
    self.limits = limits
    self.reset = reset
  }

  /// The bytes that wait or are being written.
  var bytes: Int { waitingBytes + takenBytes }

  /// The messages that wait.
  var count: Int { entries.count }

  /// Whether nothing waits; what was taken may still be on its way.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a message behind all others.
  mutating func push(_ message: [UInt8], _ delivery: Delivery) -> Push {
    let replaced = delivery.topic.map { remove(topic: $0) } ?? false
    if isFull, delivery.isPassing {
      if delivery.isEvent { pushReset() }
      return .leftOut
    }
    append(message, delivery)
    if bytes > limits.hardMaxBytes { return .overflow }
    if bytes > limits.maxBytes || count > limits.maxMessages {
      isFull = true
      leaveOutPassing()
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

  private mutating func append(_ message: [UInt8], _ delivery: Delivery) {
    let place = entries.append(Entry(bytes: message, delivery: delivery))
    if let topic = delivery.topic { topics[topic] = place }
    waitingBytes += message.count
  }

  private mutating func remove(topic: String) -> Bool {
    guard let place = topics.removeValue(forKey: topic), let entry = entries.remove(at: place) else { return false }
    waitingBytes -= entry.bytes.count
    return true
  }

  private mutating func takeFirst() -> [UInt8]? {
    guard let (place, entry) = entries.popFirst() else { return nil }
    if let topic = entry.delivery.topic, topics[topic] == place { topics[topic] = nil }
    if entry.bytes == reset { hasReset = false }
    waitingBytes -= entry.bytes.count
    return entry.bytes
  }

  private mutating func leaveOutPassing() {
    var lostEvents = false
    for (place, entry) in entries.all where entry.delivery.isPassing {
      lostEvents = lostEvents || entry.delivery.isEvent
      entries.remove(at: place)
      waitingBytes -= entry.bytes.count
      if let topic = entry.delivery.topic { topics[topic] = nil }
    }
    if lostEvents { pushReset() }
  }

  private mutating func pushReset() {
    guard !hasReset else { return }
    hasReset = true
    append(reset, .lasting)
  }
}
