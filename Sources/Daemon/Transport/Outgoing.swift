import Platform
import RPCProtocol

/// The way to one client: an outbox and whoever writes from it.
///
/// A class because every handler of the session sends through it. The sender writes itself as long as the client
/// takes everything at once; for the rest there is a thread, made when it is first needed. Nobody ever waits in `send`.
final class Outgoing: Sendable {
  private struct State: Sendable {
    var outbox: Outbox
    /// What is left of the piece being written.
    var rest: ArraySlice<UInt8> = []
    /// Whether somebody writes at present, so that nobody else may.
    var isWriting = false
    var writer: WorkThread?
    /// Whether it is the writer thread that writes.
    var isHandedOver = false
    var isClosed = false
    var isReaderReleased = false
  }

  private let descriptor: Descriptor
  private let isSocket: Bool
  private let stallPatience: Duration
  private let onLost: @Sendable (Loss) -> Void
  private let state: Monitor<State>

  /// Why a client is given up.
  enum Loss: Sendable {
    /// It does not take what is sent.
    case stalled
    case vanished
  }

  /// A way through `descriptor`.
  ///
  /// `onLost` is called at most once, from any thread, when the client went away, or when the outbox was full and the
  /// client took nothing for `stallPatience`.
  init(
    to descriptor: Descriptor, outbox: Outbox, stallPatience: Duration, onLost: @escaping @Sendable (Loss) -> Void
  ) {
    self.descriptor = descriptor
    isSocket = descriptor.isSocket
    self.stallPatience = stallPatience
    self.onLost = onLost
    state = Monitor(State(outbox: outbox))
  }

  /// Whether krafd must not read more from this client.
  var isFull: Bool { state.withLock { $0.outbox.isFull && !$0.isClosed } }

  /// Sends a message, or leaves it out as `delivery` allows; of events that are left out `reset` tells. After `close`
  /// it does nothing.
  func send(_ message: JSONValue, _ delivery: Delivery, reset: Outbox.Reset? = nil) {
    let frame = Frame.encode(message.encoded())
    let (push, isMine) = state.withLock { state -> (Outbox.Push, Bool) in
      guard !state.isClosed else { return (.leftOut, false) }
      let push = state.outbox.push(frame, delivery, reset: reset)
      let isMine = !state.isWriting
      state.isWriting = true
      return (push, isMine)
    }
    if push == .overflow { return lose(.stalled) }
    if isMine, !writeNow() { handOver() }
  }

  /// Blocks while the outbox is full. Answers false when nothing can be sent any more, or after `releaseReader`.
  func waitWhileFull() -> Bool {
    var isOpen = true
    _ = state.wait { state in
      isOpen = !state.isClosed && !state.isReaderReleased
      return !isOpen || !state.outbox.isFull
    }
    return isOpen
  }

  /// Lets `waitWhileFull` return for good.
  func releaseReader() {
    state.withLock { $0.isReaderReleased = true }
    state.notify()
  }

  /// Sends what waits, at most for `patience`, and stops. The descriptor stays open.
  func close(patience: Duration) {
    _ = state.wait(patience: patience) { $0.isClosed || !$0.isWriting }
    let writer = state.withLock { state in
      state.isClosed = true
      return state.writer.take()
    }
    state.notify()
    writer?.join()
  }

  /// Writes until nothing waits (true) or the client must be waited for (false). Only for who set `isWriting`.
  private func writeNow() -> Bool {
    while true {
      let piece = state.withLock { state -> ArraySlice<UInt8>? in
        if state.rest.isEmpty, let next = state.outbox.take(upTo: 64 << 10) { state.rest = next[...] }
        if state.rest.isEmpty || state.isClosed {
          state.isWriting = false
          state.isHandedOver = false
          return nil
        }
        return state.rest
      }
      guard let piece else {
        state.notify()
        return true
      }
      switch piece.withUnsafeBytes({ descriptor.sendNow($0, isSocket: isSocket) }) {
      case .bytes(let count): advance(count)
      case .wouldWait: return false
      case .closed:
        lose(.vanished)
        return true
      }
    }
  }

  private func advance(_ count: Int) {
    let wasFull = state.withLock { state in
      let wasFull = state.outbox.isFull
      state.rest = state.rest.dropFirst(count)
      state.outbox.wrote(count)
      return wasFull
    }
    if wasFull { state.notify() }
  }

  private func handOver() {
    let isStarted = state.withLock { state in
      state.isHandedOver = true
      guard state.writer == nil, !state.isClosed else { return true }
      state.writer = try? WorkThread.start("writer") { [self] in writeLoop() }
      return state.writer != nil
    }
    state.notify()
    if !isStarted { lose(.stalled) }
  }

  private func writeLoop() {
    while state.wait(until: { $0.isHandedOver || $0.isClosed }) {
      if state.withLock({ $0.isClosed }) { return }
      var takenLast = MonotonicClock.system.now
      while !writeNow() {
        if !Poll.wait(writing: [descriptor], patience: .milliseconds(200)).isEmpty {
          takenLast = MonotonicClock.system.now
          continue
        }
        if state.withLock({ $0.isClosed }) { return }
        if isFull, MonotonicClock.system.now - takenLast >= stallPatience { return lose(.stalled) }
      }
    }
  }

  private func lose(_ loss: Loss) {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    state.notify()
    if isFirst { onLost(loss) }
  }
}
