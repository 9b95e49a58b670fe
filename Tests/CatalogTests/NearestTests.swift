import Testing

@testable import Catalog

struct NearestTests {
  @Test(arguments: [
    ("pure-whit", "pure-white"), ("puer-white", "pure-white"), ("Pure-White", "pure-white"),
    ("purewhite", "pure-white"),
    ("soft", "soft-gray-studio"), ("color-blok", "color-block"), ("colour-block", "color-block"),
  ]) func findsTheNameThatWasMeant(written: String, name: String) {
    #expect(Catalog.nearest(to: written, in: Catalog.builtIn.styles.ids) == name)
  }

  @Test(arguments: ["", "x", "travertine", "zzzzzzzzzz", "so"]) func findsNothingWhenNothingIsNear(_ written: String) {
    #expect(Catalog.nearest(to: written, in: Catalog.builtIn.styles.ids) == nil)
  }

  @Test func countsASwapOfNeighboursAsOneEdit() {
    #expect(Catalog.nearest(to: "abdc", in: ["abxy", "abcd"]) == "abcd")
  }

  @Test func ofEquallyNearNamesTheFirstWins() {
    #expect(Catalog.nearest(to: "cat", in: ["bat", "hat"]) == "bat")
  }

  @Test func longTextsCostNoMoreThanShortOnes() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Catalog.nearest(to: long, in: [String(repeating: "a", count: 500_000)]) != nil)
  }
}
