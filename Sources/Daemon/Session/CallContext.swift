import Synchronization

/// What a handler knows besides its parameters.
public struct CallContext: Sendable {
  /// Whose call it is; also the way to tell that client something.
  public let session: Session

  /// Whether the call is still wanted. The task of the handler is cancelled too.
  public let cancellation: Cancellation

  /// What is done once the answer was sent; for calls that wait for their turn, others have none.
  var afterAnswer: AfterAnswer?

  /// Whether the call was cancelled, also for threads that compute outside the task.
  public var isCancelled: Bool { cancellation.isCancelled }
}

/// Work that must not overtake the answer to a call. A class with a lock because a handler may be on any thread.
final class AfterAnswer: Sendable {
  private let work = Mutex<[@Sendable () -> Void]>([])

  func add(_ body: @escaping @Sendable () -> Void) { work.withLock { $0.append(body) } }

  func run() {
    for body in work.withLock({ $0 }) { body() }
  }
}
