import Synchronization

/// Wakes readers that have read everything. It carries nothing, so it never overflows: who is woken reads from where
/// it stood.
final class Bell: Sendable {
  private let listeners = Mutex<[UInt64: AsyncStream<Void>.Continuation]>([:])
  private let next = Atomic<UInt64>(0)

  /// Elements whenever `ring` was called since the last one; ends when the task is cancelled or the bell is silenced.
  func rings() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = next.add(1, ordering: .relaxed).newValue
    continuation.onTermination = { [weak self] _ in self?.listeners.withLock { _ = $0.removeValue(forKey: number) } }
    listeners.withLock { $0[number] = continuation }
    return stream
  }

  /// Wakes every reader once, however often it is called before they look.
  func ring() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
  }

  /// Ends every reader's stream.
  func silence() {
    for listener in listeners.withLock({ Array($0.values) }) { listener.finish() }
  }
}
