import RPCProtocol

/// Where a session stands between its first and last message, by the rules of the Language Server Protocol.
struct SessionLife: Equatable, Sendable {
  /// The stages, in their order.
  enum Stage: Equatable, Sendable {
    case fresh
    case open
    case shutDown
  }

  private(set) var stage = Stage.fresh

  /// Whether `initialize` was called and did not fail.
  private var isInitialized = false

  /// What the process of a language server would answer its parent at this moment.
  var exitCode: Int32 { stage == .shutDown ? 0 : 1 }

  /// Admits a request or says why not. An unknown method is admitted: its answer depends on the stage all the same.
  mutating func admit(_ admission: Route.Admission) throws(RPCError) {
    switch (stage, admission) {
    case (.shutDown, _): throw .invalidRequest("After 'shutdown' only 'exit' may follow")
    case (.fresh, .whenOpen): throw .notInitialized
    case (_, .openingOnce) where isInitialized: throw .invalidRequest("'initialize' was sent before")
    case (_, .openingOnce):
      isInitialized = true
      stage = .open
    case (.fresh, .opening): stage = .open
    case (.fresh, .always), (.open, _): break
    }
  }

  /// Takes back what `admit` did for a request that failed while `before` was the life before it.
  mutating func revert(to before: SessionLife) {
    if stage == .open { self = before }
  }

  /// Whether a notification has an effect now.
  var admitsNotifications: Bool { stage == .open }

  /// Follows the request `shutdown`.
  mutating func shutDown() throws(RPCError) {
    try admit(.whenOpen)
    stage = .shutDown
  }
}
