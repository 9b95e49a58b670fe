import Glibc

/// The time of day, for stamps that people and other programs read. It may jump either way; never measure with it.
public struct WallClock: Sendable {
  private let read: @Sendable () -> WallTime

  /// The present moment.
  public var now: WallTime { read() }

  /// A clock that answers what `read` answers; tests pass one that stands still.
  public init(read: @escaping @Sendable () -> WallTime) { self.read = read }

  /// The operating system's clock.
  public static let system = WallClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return WallTime(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z without leap seconds.
public struct WallTime: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before it.
  public var millisecondsSince1970: Int64

  /// The moment so many milliseconds after the epoch.
  public init(millisecondsSince1970: Int64) { self.millisecondsSince1970 = millisecondsSince1970 }

  public static func < (left: WallTime, right: WallTime) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  /// The moment as RFC 3339 text in UTC with milliseconds, such as `2026-11-23T09:38:26.120Z`.
  ///
  /// Years outside 0000 to 9999 cannot be said in RFC 3339; they are cut to the nearest that can.
  public var rfc3339: String {
    let time = boundedMilliseconds
    let day = time.quotientRoundedDown(by: 86_400_000)
    let rest = time - day * 86_400_000
    let (year, month, date) = Self.civil(day: day)
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(date, 2))T\(pad(rest / 3_600_000, 2))"
      + ":\(pad(rest / 60_000 % 60, 2)):\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
  }

  /// In the years 0000 to 9999.
  private var boundedMilliseconds: Int64 { min(max(millisecondsSince1970, -62_167_219_200_000), 253_402_300_799_999) }

  /// The first moment of the calendar month in UTC; of the nearest year from 0000 to 9999.
  public var startOfMonth: WallTime {
    let day = boundedMilliseconds.quotientRoundedDown(by: 86_400_000)
    return WallTime(millisecondsSince1970: (day - Self.civil(day: day).date + 1) * 86_400_000)
  }

  /// The Gregorian date of a day counted from 1970-01-01. Years are counted from March, so that the leap day is last.
  private static func civil(day: Int64) -> (year: Int64, month: Int64, date: Int64) {
    let fromMarch = day + 719_468
    let era = fromMarch.quotientRoundedDown(by: 146_097)
    let inEra = fromMarch - era * 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private func pad(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int64 {
  fileprivate func quotientRoundedDown(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}
