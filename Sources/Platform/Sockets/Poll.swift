import Glibc

/// Waiting for several descriptors at once.
public enum Poll {
  /// Waits until at least one of `reading` has something to read, ended or failed, or one of `writing` takes bytes or
  /// failed; answers the indexes of those, first of `reading`, then of `writing` counted on.
  ///
  /// Empty when `patience` (nil: for ever) is over.
  public static func wait(
    reading: [Descriptor] = [], writing: [Descriptor] = [], patience: Duration? = nil
  ) -> [Int] {
    var entries =
      reading.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
      + writing.map { pollfd(fd: $0.number, events: Int16(POLLOUT), revents: 0) }
    let clock = MonotonicClock.system
    let deadline = patience.map { clock.now + $0 }
    while true {
      let left = deadline.map { max(.zero, $0 - clock.now).wholeMilliseconds } ?? -1
      let count = poll(&entries, nfds_t(entries.count), left)
      if count > 0 { return entries.indices.filter { entries[$0].revents != 0 } }
      if count == 0 { return [] }
      guard errno == EINTR else { return [] }
    }
  }
}

extension Duration {
  /// The duration in milliseconds, rounded up, at most what fits.
  var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
