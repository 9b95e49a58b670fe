import RPCProtocol

/// A call of a session that waits or runs.
struct Call: Sendable {
  /// Nil for a notification.
  let id: RPCID?
  let method: String
  let access: Access
  let handler: Route.Handler
  let replies: ReplySink
  /// Whether the answer opens the session.
  let opening: Bool
  let cancellation = Cancellation()
  /// Whether the answer was sent while the handler may still run.
  var isAnswered = false
  /// The handler's task, once it runs.
  var task: Task<Void, Never>?
}

/// The unfinished calls of one session, and the order in which they may run.
struct CallTable: Sendable {
  private var calls: [Int: Call] = [:]
  private var tickets: [RPCID: Int] = [:]
  private var queue = AccessQueue()
  private var nextTicket = 0

  /// How many calls wait or run.
  var count: Int { calls.count }

  /// Takes in a call; answers its ticket, or nil when a call of the same id is unanswered.
  mutating func append(_ call: Call) -> Int? {
    if let id = call.id, tickets[id] != nil { return nil }
    nextTicket += 1
    calls[nextTicket] = call
    if let id = call.id { tickets[id] = nextTicket }
    queue.append(nextTicket, call.access)
    return nextTicket
  }

  /// The calls to start now, with their tickets.
  mutating func startable() -> [(ticket: Int, call: Call)] {
    queue.startable().compactMap { ticket in calls[ticket].map { (ticket, $0) } }
  }

  /// Whether a call of this id is unanswered.
  func isInFlight(_ id: RPCID) -> Bool { tickets[id] != nil }

  /// Remembers the task of a call that was started, unless it has ended already.
  mutating func attach(_ task: Task<Void, Never>, to ticket: Int) { calls[ticket]?.task = task }

  /// Cancels the call of `id`. Answers the call if it is to be answered at once: when it still waits, or when its
  /// handler cannot have changed anything. Otherwise the handler's own answer tells what happened.
  mutating func cancel(_ id: RPCID) -> Call? {
    guard let ticket = tickets[id], let call = calls[ticket] else { return nil }
    call.cancellation.cancel()
    call.task?.cancel()
    guard !queue.isRunning(ticket) || !call.access.mayChange else { return nil }
    tickets[id] = nil
    calls[ticket]?.isAnswered = true
    if !queue.isRunning(ticket) { _ = finish(ticket) }
    return call
  }

  /// Cancels everything; answers the calls that nobody answered yet.
  mutating func cancelAll() -> [Call] {
    let open = calls.sorted { $0.key < $1.key }.map(\.value)
    for call in open {
      call.cancellation.cancel()
      call.task?.cancel()
    }
    self = CallTable(nextTicket: nextTicket)
    return open.filter { $0.id != nil && !$0.isAnswered }
  }

  /// Takes out a call whose handler ended; nil if it was taken out before.
  mutating func finish(_ ticket: Int) -> Call? {
    guard let call = calls.removeValue(forKey: ticket) else { return nil }
    queue.remove(ticket)
    if let id = call.id, tickets[id] == ticket { tickets[id] = nil }
    return call
  }

  init(nextTicket: Int = 0) { self.nextTicket = nextTicket }
}
