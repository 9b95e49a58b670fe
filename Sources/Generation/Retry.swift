/// Which failures are tried again, how often, and after how long. Pure arithmetic: it neither sleeps nor rolls dice.
public struct Retry: Sendable, Hashable {
  /// How often an unavailable model is tried again.
  public var unavailableAtMost = 3

  /// The pause before the first of those; each later one is twice as long.
  public var firstPause = Duration.milliseconds(500)

  /// No such pause is longer, before jitter.
  public var longestPause = Duration.seconds(8)

  /// How often a rate limit is waited out; it does not count as a try.
  public var rateLimitedAtMost = 10

  /// A longer wait than this is not worth holding a job for.
  public var longestRateLimit = Duration.seconds(120)

  /// The pause is stretched or shrunk by up to this share, so that many clients do not come back at once.
  public var jitter = 0.25

  /// The rules that krafd works by.
  public static let standard = Retry()

  /// Never tries again.
  public static let never = Retry(unavailableAtMost: 0, rateLimitedAtMost: 0)

  init(unavailableAtMost: Int = 3, rateLimitedAtMost: Int = 10) {
    self.unavailableAtMost = unavailableAtMost
    self.rateLimitedAtMost = rateLimitedAtMost
  }
}

extension Retry {
  /// How often each class has failed so far.
  public struct Tally: Sendable, Hashable {
    public var unavailable = 0
    public var rateLimited = 0

    public init() {}
  }

  /// How long to wait before the next try, or nil to give up. Counts the failure in `tally`.
  ///
  /// `dice` is between -1 and 1. A rate limit is waited out as the model said, or 2 s, 4 s, 8 s … up to 60 s when it
  /// did not. A reply that cannot be understood is never tried again: it may have been billed.
  public func pause(after error: GenerationError, tally: inout Tally, dice: Double) -> Duration? {
    switch error {
    case .cancelled, .unsupported, .refused, .denied, .badReply, .failed:
      return nil
    case .unavailable:
      tally.unavailable += 1
      guard tally.unavailable <= unavailableAtMost else { return nil }
      return doubled(firstPause, times: tally.unavailable - 1, atMost: longestPause) * (1 + jitter * dice)
    case .rateLimited(let wait):
      tally.rateLimited += 1
      let pause = wait ?? doubled(.seconds(2), times: tally.rateLimited - 1, atMost: .seconds(60))
      guard tally.rateLimited <= rateLimitedAtMost, pause <= longestRateLimit else { return nil }
      return max(pause, .zero)
    }
  }

  private func doubled(_ pause: Duration, times: Int, atMost limit: Duration) -> Duration {
    var result = pause
    for _ in 0..<times where result < limit { result *= 2 }
    return min(result, limit)
  }
}
