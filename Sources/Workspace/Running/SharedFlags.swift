import Synchronization

/// Counts down across threads. A class because a hook that is copied must go on counting the same thing.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(from count: Int) { left = Atomic(count) }

  /// Counts one; true for the call that reaches zero.
  func hit() -> Bool { left.subtract(1, ordering: .relaxed).newValue == 0 }
}

/// The wish that a job stops, readable from any thread. A class because the runner and the one who cancels share it.
final class CancelFlag: Sendable {
  private let raised = Atomic(false)

  var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Raises the flag, for good.
  func raise() { raised.store(true, ordering: .relaxed) }
}
