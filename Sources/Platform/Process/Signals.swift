import Glibc

/// Signals as calls of a closure on an ordinary thread, where everything is allowed.
public enum Signals {
  /// Makes writes to a closed pipe or socket fail with `EPIPE` instead of ending the process. Call it first thing.
  public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Calls `body` on a thread of its own for each signal of `numbers`, for the rest of the process.
  ///
  /// Call it before other threads start: those inherit that the signals are blocked. Throws: `other` when no thread
  /// is left.
  public static func watch(_ numbers: [Int32], _ body: @escaping @Sendable (Int32) -> Void) throws(PlatformError) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let watched = set
    try WorkThread.start("signals") {
      var set = watched
      while true {
        var number: Int32 = 0
        if sigwait(&set, &number) == 0 { body(number) }
      }
    }.detach()
  }
}
