import Platform
import Testing

/// Expected values: RFC 3339 §5.8 and POSIX "Seconds Since the Epoch".
@Suite struct WallClockTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"),
    (482_196_050_520, "1985-04-12T23:20:50.520Z"),
    (851_042_397_000, "1996-12-20T00:39:57.000Z"),
    (951_782_399_999, "2000-02-28T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (Int64.min, "0000-01-01T00:00:00.000Z"),
    (Int64.max, "9999-12-31T23:59:59.999Z"),
  ])
  func writesRFC3339(milliseconds: Int64, text: String) {
    #expect(WallTime(millisecondsSince1970: milliseconds).rfc3339 == text)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("1970-01-01T00:00:00.000Z", 2_678_399_999),
    ("1970-02-01T00:00:00.000Z", 2_678_400_000), ("2000-02-01T00:00:00.000Z", 951_782_400_000),
    ("1969-12-01T00:00:00.000Z", -1), ("0000-01-01T00:00:00.000Z", Int64.min),
    ("9999-12-01T00:00:00.000Z", Int64.max),
  ])
  func aMonthStartsOnItsFirst(text: String, milliseconds: Int64) {
    #expect(WallTime(millisecondsSince1970: milliseconds).startOfMonth.rfc3339 == text)
  }
}
