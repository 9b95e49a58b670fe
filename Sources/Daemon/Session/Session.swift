import Logging
import Platform
import RPCProtocol

/// One client of the daemon: its life, its unfinished calls, and what waits to be sent to it.
///
/// A class because its reading thread, its handlers and the server share it. One thread reads, decodes and decides
/// everything in the order of arrival; calls that take time run in tasks of their own. Deciding on the reading thread
/// itself, rather than in a task that is fed by it, saves two changes of thread for each short call, and a client that
/// sends faster than krafd decides is slowed down by its socket instead of filling a queue.
public final class Session: Sendable {
  /// Unique within the process; in every log line.
  public let id: Int

  let settings: Settings
  let routes: RouteTable
  let incoming: Incoming
  let outgoing: Outgoing
  let calls: Monitor<CallTable>
  let state = Monitor(State())
  let log: Logger

  /// What can be set for all sessions of a server.
  struct Settings: Sendable {
    var outbox = Outbox.Limits()
    /// How long a full outbox may stand still.
    var stallPatience: Duration = .seconds(10)
    /// Beyond so many unfinished calls krafd stops reading until one ends.
    var maxCalls = 1000
    /// How long unfinished calls may go on after the end of input.
    var endPatience: Duration = .milliseconds(500)
  }

  struct State: Sendable {
    var life = SessionLife()
    /// Whether more than the messages allowed before `initialize` may be sent.
    var mayTellAnything = false
    /// What came too early to be sent.
    var heldBack: [(RPCMessage, Delivery)] = []
    /// Whether it is on its way; until it is gone nothing may overtake it.
    var isTellingHeldBack = false
    var ending: Ending?
    var isOver = false
    var values: [String: any Sendable] = [:]
    var endHooks: [Int: @Sendable () -> Void] = [:]
    var nextHook = 0
    var questions: [Int: CheckedContinuation<Result<JSONValue, RPCError>, Never>] = [:]
    var nextQuestion = 0
  }

  /// Why a session ends.
  enum Ending: Equatable, Sendable {
    case exit
    case endOfInput
    case unreadable
    case vanished
    /// The client did not take what was sent.
    case stalled
    /// The daemon leaves.
    case leaving
  }

  /// Throws: `other` when the process has no descriptor left.
  init(
    id: Int, input: Descriptor, output: Descriptor, routes: RouteTable, settings: Settings, log: Logger
  ) throws(PlatformError) {
    self.id = id
    self.settings = settings
    self.routes = routes
    var log = log
    log[metadataKey: "session"] = "\(id)"
    self.log = log
    let incoming = try Incoming(from: input)
    self.incoming = incoming
    let calls = Monitor(CallTable())
    self.calls = calls
    let lost = Lost()
    let outbox = Outbox(limits: settings.outbox)
    outgoing = Outgoing(to: output, outbox: outbox, stallPatience: settings.stallPatience) { loss in
      lost.note(loss == .stalled ? .stalled : .vanished)
      incoming.stop()
      calls.notify()
    }
    self.lost = lost
  }

  private let lost: Lost

  /// Why the client was lost; apart from the session, which does not exist yet when the outgoing way is made.
  private final class Lost: Sendable {
    private let ending = Monitor<Ending?>(nil)
    var noted: Ending? { ending.withLock { $0 } }
    func note(_ value: Ending) { ending.withLock { $0 = $0 ?? value } }
  }

  /// Serves the client until its end, on the calling thread. Answers the exit code that a language server owes its
  /// parent: 0 only after `shutdown`.
  func run() -> Int32 {
    log.debug("begins")
    read()
    let ending = state.withLock { state in
      let ending = state.ending ?? lost.noted ?? .endOfInput
      state.ending = ending
      return ending
    }
    windDown(ending)
    log.debug("ended", metadata: ["reason": "\(ending)"])
    return state.withLock { $0.life.exitCode }
  }

  /// Ends the session from any thread: its thread sees the end of input and winds down.
  func end(_ ending: Ending) {
    state.withLock { $0.ending = $0.ending ?? ending }
    incoming.stop()
    outgoing.releaseReader()
    calls.notify()
  }

  private func read() {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var decoder = FrameDecoder()
    while let bytes = incoming.read(into: buffer) {
      for event in decoder.push(bytes) {
        guard take(event), outgoing.waitWhileFull(), waitForCalls(), state.withLock({ $0.ending }) == nil else {
          return
        }
      }
    }
  }

  /// Follows one frame; false when reading ends with it.
  private func take(_ event: FrameEvent) -> Bool {
    switch event {
    case .message(let body):
      receive(RPCBody(parsing: body))
      return true
    case .failed(let error):
      log.notice("cannot follow the frames of this client", metadata: ["reason": "\(error)"])
      outgoing.send(RPCMessage.failure(id: nil, .parse(error.description)).json, .lasting)
      state.withLock { $0.ending = $0.ending ?? .unreadable }
      return false
    }
  }

  private func waitForCalls() -> Bool {
    calls.wait { $0.count < settings.maxCalls || lost.noted != nil || state.withLock { $0.ending } != nil }
  }

  private func windDown(_ ending: Ending) {
    if ending == .endOfInput || ending == .leaving {
      _ = calls.wait(patience: settings.endPatience) { $0.count == 0 || lost.noted != nil }
    }
    for call in calls.withLock({ $0.cancelAll() }) { answer(call, .failure(.endedWithSession)) }
    let (hooks, questions) = state.withLock { state in
      state.isOver = true
      defer {
        state.endHooks = [:]
        state.questions = [:]
        state.values = [:]
      }
      return (state.endHooks, state.questions)
    }
    for question in questions.values { question.resume(returning: .failure(.endedWithSession)) }
    for hook in hooks.sorted(by: { $0.key < $1.key }) { hook.value() }
    outgoing.close(patience: ending == .stalled || ending == .vanished ? .zero : .seconds(2))
  }
}

extension RPCError {
  /// The session ended before the call did.
  static let endedWithSession = RPCError(
    code: RPCErrorCode.serverCancelled, reason: "sessionEnded", message: "The session ended before the call did")
}
