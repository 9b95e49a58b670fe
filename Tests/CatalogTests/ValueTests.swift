import Testing

@testable import Catalog

struct ValueTests {
  @Test func aColorIsSixHexDigits() {
    #expect(HexColor("#2F4A43") == HexColor(red: 0x2F, green: 0x4A, blue: 0x43))
    #expect(HexColor("#ffb00a")?.text == "#FFB00A")
    for text in ["", "#", "2F4A43", "#2F4A4", "#2F4A433", "#2F4A4G", "#１２３４５６", "#+12345"] {
      #expect(HexColor(text) == nil, "\(text)")
    }
  }

  @Test func aRatioIsTwoNumbersFromOneToTenThousand() {
    #expect(Ratio("4:5") == Ratio(width: 4, height: 5))
    #expect(Ratio(" 4 : 5 ")?.text == "4:5")
    for text in ["", ":", "4", "4:", "0:1", "4:5:6", "-4:5", "10001:1", "4.5:1", "99999999999999999999:1"] {
      #expect(Ratio(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("1:1", 1024, 1024, 1024), ("4:5", 1024, 819, 1024), ("16:9", 1920, 1920, 1080), ("10000:1", 16, 16, 1),
  ])
  func theShorterSideIsRoundedToTheNearestPixel(text: String, side: Int, width: Int, height: Int) throws {
    #expect(try #require(Ratio(text)).size(longerSide: side) == PixelSize(width: width, height: height))
  }

  @Test func aSizeFromAnyNumberStaysInBounds() {
    #expect(Ratio.square.size(longerSide: Int.min) == PixelSize(width: 1, height: 1))
    #expect(Ratio.square.size(longerSide: Int.max) == PixelSize(width: 65_536, height: 65_536))
  }

  @Test func aDayExistsInTheCalendar() {
    #expect(Day("2026-11-23")?.text == "2026-11-23")
    #expect(Day("0009-01-02")?.text == "0009-01-02")
    for text in [
      "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-11-23 ", "20261123", "+026-11-23",
    ] {
      #expect(Day(text) == nil, "\(text)")
    }
    #expect(Day("2024-02-29") != nil && Day("2000-02-29") != nil)
  }

  @Test func daysAreOrderedInTime() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(Day($0)) }
    #expect(days == days.sorted())
  }
}
