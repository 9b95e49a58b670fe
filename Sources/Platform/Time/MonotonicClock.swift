import Glibc

/// A clock for intervals and deadlines: it only rises, whatever happens to the time of day.
public struct MonotonicClock: Sendable {
  private let read: @Sendable () -> Duration

  /// The time since a fixed, unknown moment.
  public var now: Duration { read() }

  /// A clock that answers what `read` answers; tests pass one they turn by hand.
  public init(read: @escaping @Sendable () -> Duration) { self.read = read }

  /// The operating system's clock. It stands still while the machine sleeps.
  public static let system = MonotonicClock {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
