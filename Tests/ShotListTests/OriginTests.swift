import Catalog
import Foundation
import Testing

@testable import ShotList

/// What a hover says of phrases that enhancing wrote.
struct OriginTests {
  private static let text = """
    # Trailhead

    @front = refs/front.jpg

    ## lifestyle

    style: hard-sun

    @front on warm travertine.

    """

  @Test func everyWrittenPhraseSaysWhoSaysIt() throws {
    let before = ShotListView(Self.text, catalog: .builtIn)
    let prompt = try #require(before.enhanced("lifestyle"))
    let after = ShotListView([try #require(prompt.change)].applied(to: Self.text), catalog: .builtIn)
    let written = prompt.phrases.filter { $0.isFree && $0.slot != .motion }
    #expect(written.count > 3)

    for phrase in written {
      let text = after.file.tree.text(0..<after.file.tree.bytes.count).lowercased().replacing("\n", with: " ")
      let place = try #require(text.range(of: phrase.text.lowercased()), "\(phrase.text)")
      let offset = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      let lines = try #require(after.hover(at: offset)).card.lines

      #expect(lines.contains { $0.hasSuffix("for \(phrase.source)") }, "\(phrase.text): \(lines)")
    }
  }

  @Test func theAuthorsOwnWordsSayNothingOfIt() throws {
    let view = ShotListView(Self.text, catalog: .builtIn)
    let place = try #require(Self.text.range(of: "warm travertine"))
    let offset = Self.text.utf8.distance(from: Self.text.startIndex, to: place.lowerBound)

    #expect(view.hover(at: offset)?.card.lines.contains { $0.hasPrefix("Enhancing") } != true)
  }

  @Test func aPhotoSaysWhatItsProductMeasures() throws {
    let text = "# Mug\n\n@front = big.jpg\n"
    let view = ShotListView(text, catalog: .builtIn, facts: IssueTests.facts)

    #expect(
      view.hover(at: 8)?.card.lines.last == "The product's colors, as measured: #2F4A43 (90 %), #E01010 (5 %)")
  }
}
