import Synchronization

/// Wakes readers that have read everything. It carries nothing, so it never overflows: who is woken reads from where
/// it stood. A class with a lock because it is rung from any thread.
final class Bell: Sendable {
  private struct State {
    var listeners: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var next: UInt64 = 0
    var isSilent = false
  }

  private let state = Mutex(State())

  /// Elements whenever `ring` was called since the last one; ends when the task is cancelled or the bell is silenced,
  /// also when it was silenced before.
  func rings() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state -> UInt64? in
      guard !state.isSilent else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let number else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in self?.forget(number) }
    return stream
  }

  /// Wakes every reader once, however often it is called before they look.
  func ring() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }

  /// Ends every reader's stream, for good.
  func silence() {
    let listeners = state.withLock { state in
      state.isSilent = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  private func forget(_ number: UInt64) {
    state.withLock { _ = $0.listeners.removeValue(forKey: number) }
  }
}
