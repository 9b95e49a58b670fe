import Platform
import RPCProtocol

/// Everything that was said between a test client and krafd, in order.
struct Conversation: Sendable {
  /// One message in one direction.
  struct Line: Sendable {
    let at: Duration
    let isOurs: Bool
    let message: RPCMessage?
    let text: String
  }

  /// How far the conversation is; it differs after every message and after the end.
  struct State: Equatable {
    var lines: Int
    var isOver: Bool
  }

  var state: State { State(lines: lines.count, isOver: isOver) }

  private(set) var lines: [Line] = []
  /// Whether krafd closed its side.
  var isOver = false
  /// Notifications that a test has already looked at.
  var seen: Set<Int> = []
  private var nextID = 0
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0

  mutating func newID() -> RPCID {
    nextID += 1
    return .integer(nextID)
  }

  mutating func sent(_ message: RPCMessage?, _ text: String) {
    lines.append(Line(at: MonotonicClock.system.now, isOurs: true, message: message, text: text))
  }

  mutating func receive(_ event: FrameEvent) {
    switch event {
    case .failed(let error): note("unreadable frame: \(error)")
    case .message(let body):
      let parsed = RPCBody(parsing: body)
      switch parsed {
      case .single(let one): receive(one)
      case .batch(let all): for one in all { receive(one) }
      }
    }
  }

  private mutating func receive(_ incoming: RPCIncoming) {
    switch incoming {
    case .message(let message):
      lines.append(
        Line(at: MonotonicClock.system.now, isOurs: false, message: message, text: message.json.text))
    case .invalid(_, let error): note("no message: \(error.message)")
    }
  }

  private mutating func note(_ text: String) {
    lines.append(Line(at: MonotonicClock.system.now, isOurs: false, message: nil, text: text))
  }

  mutating func addWaiter(_ waiter: CheckedContinuation<Void, Never>) -> Int {
    nextWaiter += 1
    waiters[nextWaiter] = waiter
    return nextWaiter
  }

  mutating func wake(_ number: Int) { waiters.removeValue(forKey: number)?.resume() }

  mutating func wakeAll() {
    for waiter in waiters.values { waiter.resume() }
    waiters = [:]
  }

  /// The conversation for people: milliseconds since the first line, the direction, the message.
  var transcript: String {
    guard let first = lines.first?.at else { return "nothing was said" }
    return lines.map { line in
      let (seconds, attoseconds) = (line.at - first).components
      return
        "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms \(line.isOurs ? "→" : "←") \(line.text.prefix(500))"
    }.joined(separator: "\n") + (isOver ? "\n← end" : "")
  }
}
