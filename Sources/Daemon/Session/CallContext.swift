/// What a handler knows besides its parameters.
public struct CallContext: Sendable {
  /// Whose call it is; also the way to tell that client something.
  public let session: Session

  /// Whether the call is still wanted. The task of the handler is cancelled too.
  public let cancellation: Cancellation

  /// Whether the call was cancelled, also for threads that compute outside the task.
  public var isCancelled: Bool { cancellation.isCancelled }
}
