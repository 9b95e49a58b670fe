import CCURL
import Glibc

/// When a server wants to be asked again.
enum RetryAfter {
  /// From `retry-after-ms`, or `retry-after` in seconds or as a date; nil when it says nothing that can be understood.
  /// `now` is in seconds since 1970.
  static func duration(in head: HTTPHead, now: Int = time(nil)) -> Duration? {
    if let text = head.value("retry-after-ms"), let milliseconds = Double(text) { return bounded(milliseconds / 1_000) }
    guard let text = head.value("retry-after") else { return nil }
    if let seconds = Double(text) { return bounded(seconds) }
    let date = curl_getdate(text, nil)
    return date < 0 ? nil : bounded(Double(date) - Double(now))
  }

  /// A moment that is over asks for no wait; more than a day is as good as never.
  private static func bounded(_ seconds: Double) -> Duration? {
    seconds.isFinite ? .seconds(min(max(seconds, 0), 86_400)) : nil
  }
}
