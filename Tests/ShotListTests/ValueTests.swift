import Catalog
import Testing

@testable import ShotList

struct ValueTests {
  @Test func dimensionsAreMillimetresWhateverTheirUnit() {
    #expect(read("75 x 75 x 268 mm", .dimensions) == .dimensions(ProductDimensions(width: 75, depth: 75, height: 268)))
    #expect(read("7.5x26.8cm", .dimensions) == .dimensions(ProductDimensions(width: 75, height: 268)))
    #expect(
      read("1 × 2 × 0.5 m", .dimensions) == .dimensions(ProductDimensions(width: 1_000, depth: 2_000, height: 500)))
    #expect(read("2 x 10 in", .dimensions) == .dimensions(ProductDimensions(width: 50.8, height: 254)))
  }

  @Test(arguments: [
    "75 mm", "0 x 5 mm", "1 x 2 x 3 x 4 mm", "75 x 75", "-1 x 5 mm", "1e3 x 5 mm", "nan x 5 mm", "200000 x 5 mm",
  ])
  func theseAreNoDimensions(_ text: String) {
    #expect(read(text, .dimensions) == nil)
  }

  @Test func aBudgetIsCreditsOrMoney() {
    #expect(read("60 credits", .budget) == .budget(Budget(micros: 60_000_000, unit: .credits)))
    #expect(read("1 credit", .budget) == .budget(Budget(micros: 1_000_000, unit: .credits)))
    #expect(read("$5", .budget) == .budget(Budget(micros: 5_000_000, unit: .usd)))
    #expect(read("0.25 USD", .budget) == .budget(Budget(micros: 250_000, unit: .usd)))
    #expect(read("€1.5", .budget) == .budget(Budget(micros: 1_500_000, unit: .eur)))
  }

  @Test(arguments: ["5", "USD", "5 GBP", "-5 USD", "1e9 USD", "1000001 USD", "$5 credits", "$ USD"])
  func theseAreNoBudgets(_ text: String) {
    #expect(read(text, .budget) == nil)
  }

  @Test func sizesTakeSpacesAndTheTimesSign() {
    for text in ["2000x1000", "2000 x 1000", "2000×1000", "2000X1000"] {
      #expect(read(text, .size) == .size(PixelSize(width: 2000, height: 1000)))
    }
    #expect(read("16x8192", .size) == .size(PixelSize(width: 16, height: 8192)))
    #expect(read("15x100", .size) == nil)
    #expect(read("100x8193", .size) == nil)
  }

  @Test func switchesAndWordsTakeAnyCase() {
    #expect(read("ON", .lock) == .toggle(true))
    #expect(read("off", .lock) == .toggle(false))
    #expect(read("Round", .form) == .form(.round))
    #expect(read("Pure-White", .style)?.name?.text == "pure-white")
  }

  @Test func listsArePartedByCommasOutsideQuotes() {
    #expect(read("logo,, lid shape , \"a, b\"", .keep)?.list?.map(\.text) == ["logo", "lid shape", "\"a, b\""])
    #expect(read("studio,pure-white", .compare)?.names?.map(\.text) == ["studio", "pure-white"])
  }

  @Test func aLabelIsWhatStandsInQuotes() {
    #expect(read("\"TRAIL\" on the front, “750” below", .label) == .quotes(["TRAIL", "750"]))
  }

  @Test func backgroundsAreColorsOrThreeWords() throws {
    #expect(read("white", .background) == .background(.color(try #require(HexColor("#FFFFFF")))))
    #expect(read("#2f4a43", .background) == .background(.color(try #require(HexColor("#2F4A43")))))
    #expect(read("transparent", .background) == .background(.transparent))
  }

  @Test func aCropIsAnAreaOrAPart() {
    #expect(read("label", .crop) == .crop(.part(.label)))
    #expect(
      read("@front(0, 10, 200, 300)", .crop)
        == .crop(.area(handle: Named(text: "front", range: 0..<6), x: 0, y: 10, width: 200, height: 300)))
    #expect(read("@front(0, 0, 0, 5)", .crop) == nil)
    #expect(read("front(0, 0, 1, 5)", .crop) == nil)
    #expect(read("@front(1, 1, 99999999999999999999, 5)", .crop) == nil)
  }

  @Test func aPaletteHasUpToEightColors() {
    let nine = Array(repeating: "#AABBCC", count: 9)
    #expect(read(nine.dropLast().joined(separator: ","), .palette)?.palette?.count == 8)
    #expect(read(nine.joined(separator: ","), .palette) == nil)
  }

  @Test func everyKeyHasAPlaceASummaryAndAnExpectation() {
    for key in Key.allCases {
      #expect(!key.places.isEmpty && !key.summary.isEmpty && !key.expectation.isEmpty)
    }
  }

  @Test(arguments: [
    ("a.jpg", "p", WorkspacePath.inside("p/a.jpg")), ("./a//b/../c.jpg", "", .inside("a/c.jpg")),
    ("../a.jpg", "p/q", .inside("p/a.jpg")), ("../../a.jpg", "p", .outside), ("..", "p", .outside),
    ("/a.jpg", "p", .outside), ("~/a.jpg", "", .outside), ("a/../../p/a.jpg", "", .outside), ("", "p", .malformed),
    ("a\u{0}.jpg", "", .malformed), (String(repeating: "a", count: 1_025), "", .malformed),
  ]) func aPathStaysInsideTheWorkspace(path: String, folder: String, expected: WorkspacePath) {
    #expect(WorkspacePath(path, from: folder) == expected)
  }

  private func read(_ text: String, _ key: Key) -> Value? {
    let bytes = Array(text.utf8)
    return key.value(0..<bytes.count, in: bytes)
  }
}
