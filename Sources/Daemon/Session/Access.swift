/// What a call touches, and so which earlier calls of its session it must wait for.
public enum Access: Equatable, Sendable {
  /// Touches no shared state, or one value that is handed out whole. Waits for nobody.
  case free
  /// Reads what the key names: waits for earlier writes of it.
  case reads(String)
  /// Changes what the key names: waits for earlier reads and writes of it.
  case writes(String)
  /// Changes what other calls mean, like opening a workspace. Runs alone.
  case exclusive

  /// Whether the call may have changed something by the time it is cancelled.
  var mayChange: Bool {
    switch self {
    case .free, .reads: false
    case .writes, .exclusive: true
    }
  }
}
