import Testing

@testable import Catalog

struct ColorTests {
  /// Source: Sharma, Wu, Dalal (2005), table 1: pairs 1, 4, 9, 13, 17, 25, 33, 34.
  @Test(
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000),
      ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792), ([50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045),
      ([50, 2.5, 0], [73, 25, -18], 27.1492), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377),
      ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] as [([Double], [Double], Double)])
  func differencesAreThoseOfThePublishedTable(left: [Double], right: [Double], expected: Double) {
    let one = PerceivedColor(lightness: left[0], a: left[1], b: left[2])
    let two = PerceivedColor(lightness: right[0], a: right[1], b: right[2])

    #expect(abs(one.difference(from: two) - expected) < 0.00005)
    #expect(abs(two.difference(from: one) - expected) < 0.00005)
  }

  @Test func whiteAndBlackAreTheEndsOfTheGreys() {
    let white = PerceivedColor(HexColor(red: 255, green: 255, blue: 255))
    let black = PerceivedColor(HexColor(red: 0, green: 0, blue: 0))

    #expect(abs(white.lightness - 100) < 0.01 && white.chroma < 0.02)
    #expect(abs(black.lightness) < 0.01 && black.chroma < 0.01)
  }

  @Test func noColorHasTwoMeanings() {
    let names = ColorName.all.map(\.name)

    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() && !$0.isEmpty })
    #expect(Set(ColorName.all.filter(\.isFamily).map(\.name)).isSuperset(of: ["red", "green", "blue", "gray", "grey"]))
  }

  /// Leap years are those of the Gregorian calendar.
  @Test(arguments: [
    ("2026-11-26", "2026-11-26", 0), ("2027-01-01", "2026-12-31", 1), ("2024-03-01", "2024-02-28", 2),
    ("2025-03-01", "2025-02-28", 1), ("2000-03-01", "2000-02-28", 2), ("2100-03-01", "2100-02-28", 1),
    ("2027-02-01", "2026-12-02", 61), ("2026-01-01", "2027-01-01", -365), ("2000-01-01", "1970-01-01", 10_957),
  ]) func daysAreCountedFromOneDayToAnother(later: String, earlier: String, days: Int) throws {
    #expect(try #require(Day(later)).days(since: #require(Day(earlier))) == days)
  }
}
