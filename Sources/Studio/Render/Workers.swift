import Dispatch
import Synchronization

/// Runs numbered pieces of work on several threads; the results must not depend on who does what.
struct Workers: Sendable {
  /// At least 1.
  let threads: Int

  /// Asked before each piece.
  let isCancelled: @Sendable () -> Bool

  /// Runs `work` for 0 ..< `count`, each once, and waits for all.
  ///
  /// - Throws: `cancelled` when the caller asked to stop; some pieces were then left out.
  func run(_ count: Int, _ work: @Sendable (Int) -> Void) throws(StudioError) {
    let next = Atomic(0)
    let stopped = Atomic(false)
    @Sendable func loop(_: Int) {
      while !stopped.load(ordering: .relaxed) {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if piece >= count { return }
        if isCancelled() {
          stopped.store(true, ordering: .relaxed)
          return
        }
        work(piece)
      }
    }
    let used = min(max(threads, 1), max(count, 1))
    if used == 1 { loop(0) } else { DispatchQueue.concurrentPerform(iterations: used, execute: loop) }
    if stopped.load(ordering: .relaxed) { throw .cancelled }
  }
}
