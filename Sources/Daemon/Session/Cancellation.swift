import Synchronization

/// Whether a call is still wanted, to be asked from any thread.
///
/// A class because the call, its session and threads that compute for it share the one flag.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// A call that is wanted.
  public init() {}

  /// Whether the call was cancelled. Never goes back to false.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Says that the call is not wanted any more.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
