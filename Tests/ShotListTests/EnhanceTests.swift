import Catalog
import Foundation
import Testing

@testable import ShotList

/// Short wishes that become complete prompts.
struct EnhanceTests {
  private static let text = """
    # Trailhead

    category: bottle
    material: powder-coated steel, bamboo
    color: #2F4A43 body
    label: "TRAILHEAD"
    keep: logo, lid shape
    dimensions: 75 x 75 x 268 mm
    @front = refs/front.jpg

    ## lifestyle

    style: hard-sun
    ratio: 4:5

    @front on warm travertine.

    - no people

    """

  private func view(_ text: String = Self.text) -> ShotListView { ShotListView(text, catalog: .builtIn) }

  private func enhanced(_ text: String = Self.text, as dialect: PromptDialect = .prose) throws -> EnhancedPrompt {
    let view = view(text)
    let name = try #require(view.analysis.shots.first?.name)
    return try #require(view.enhanced(name, as: dialect))
  }

  private func texts(_ slot: PromptSlot, of prompt: EnhancedPrompt) -> [String] {
    prompt.phrases.filter { $0.slot == slot }.map(\.text)
  }

  @Test func everySlotIsFilledAndSaysWhereItComesFrom() throws {
    let prompt = try enhanced()

    #expect(
      texts(.identity, of: prompt) == [
        "Trailhead", "bottle", "powder-coated steel, bamboo", "body in #2F4A43", "its label reads “TRAILHEAD”",
        "75 × 75 × 268 mm",
      ])
    #expect(texts(.invariants, of: prompt) == ["keep exactly logo, lid shape"])
    #expect(texts(.pose, of: prompt) == ["the product seen as in its photo"])
    #expect(texts(.light, of: prompt).contains("crisp leaf shadow on the wall"))
    #expect(texts(.lens, of: prompt) == ["50 mm lens at f/16"])
    #expect(texts(.output, of: prompt).first?.hasSuffix("ratio 4:5") == true)
    #expect(prompt.phrases.allSatisfy { !$0.source.isEmpty && !$0.text.isEmpty })
    #expect(prompt.phrases.map(\.slot) == prompt.phrases.map(\.slot).sorted())
    #expect(prompt.phrases.first { $0.slot == .lens }?.source == "the style hard-sun")
  }

  @Test func whatTheAuthorWroteStaysWordForWordAndIsNotSaidTwice() throws {
    let prompt = try enhanced()

    #expect(prompt.text.contains("The product of image 1 on warm travertine."))
    // The author said what it stands on; the style's own stone is left out.
    #expect(!prompt.text.contains("pale stone surface"))
    #expect(prompt.phrases.filter { $0.source == "the shot" }.map(\.text) == ["@front on warm travertine.", "people"])
  }

  @Test func whatIsNotWantedIsSaidAsAWish() throws {
    #expect(try enhanced().text.contains("An empty scene with the product alone."))
    #expect(try !enhanced().text.contains("no people"))
    for _ in 0..<20 {
      #expect(Negatives.wish(insteadOf: "a very harsh shadow!") == "large soft light with a gradual edge of the shadow")
    }
    let keywords = try enhanced(as: .keywords)
    #expect(keywords.negative == "people")
    #expect(!keywords.text.contains("people"))
  }

  @Test func theJSONDialectIsJSON() throws {
    let prompt = try enhanced(Self.text.replacing("warm travertine", with: "a \"C:\\\" sign"), as: .json)

    let json = try JSONSerialization.jsonObject(with: Data(prompt.text.utf8))
    let object = try #require(json as? [String: [String]])
    #expect(object["set"]?.first == "the product of image 1 on a \"C:\\\" sign.")
    #expect(object["lens"] == ["50 mm lens at f/16"])
  }

  @Test func aMotionPromptSaysOnlyWhatMovesInThirtyWords() throws {
    let long = Self.text + "\n### motion\n" + Array(repeating: "slowly", count: 60).joined(separator: " ") + "\n"

    for text in [Self.text, long] {
      let prompt = try enhanced(text, as: .motion).text
      #expect(prompt.split(separator: " ").count <= 30)
      #expect(prompt.hasSuffix("The product itself does not change."))
      #expect(!prompt.contains("bottle"))
    }
  }

  @Test func whatIsTooLongLosesWhatMayBeLostFirst() throws {
    let view = view()
    let whole = try #require(view.enhanced("lifestyle"))

    let shorter = try #require(view.enhanced("lifestyle", limit: whole.text.count - 1))
    #expect(shorter.text.count < whole.text.count)
    #expect(texts(.palette, of: shorter).isEmpty)
    #expect(!texts(.light, of: shorter).isEmpty)
    let least = try #require((1...whole.text.count).lazy.compactMap { view.enhanced("lifestyle", limit: $0) }.first)
    for slot in [PromptSlot.identity, .invariants, .output] {
      #expect(texts(slot, of: least) == texts(slot, of: whole))
    }
    #expect(least.text.contains("The product of image 1 on warm travertine."))
    #expect(view.enhanced("lifestyle", limit: 10) == nil)
  }

  @Test func writingItDownAddsOnlyWhatIsFreeAndNothingTheSecondTime() throws {
    let prompt = try enhanced()
    let change = try #require(prompt.change)
    let written = [change].applied(to: Self.text)

    #expect(change.range.isEmpty)
    #expect(written.contains("@front on warm travertine.\nCrisp leaf shadow on the wall, 50 mm lens"))
    #expect(try enhanced(written).change == nil)
    #expect(view(written).formatting() == view(Self.text).formatting())
  }

  @Test func aShotWithoutAPromptGetsOneBelowItsProperties() throws {
    let text = "# Mug\n\n@front = a.jpg\n\n## hero\n\nstyle: pure-white\n\n- no people\n"

    let prompt = try enhanced(text)
    let change = try #require(prompt.change)
    let written = [change].applied(to: text)

    #expect(written.hasPrefix("# Mug\n\n@front = a.jpg\n\n## hero\n\nstyle: pure-white\n\n"))
    #expect(view(written).analysis.shots[0].prompt.isEmpty == false)
    #expect(view(written).analysis.shots[0].style.value == "pure-white")
    #expect(try enhanced(written).change == nil)
  }

  /// Enhancing brings no issue into a list, whatever its style and role.
  @Test func anEnhancedListHasNoIssueThatItHadNotBefore() throws {
    for role in Catalog.builtIn.roles.ids {
      for style in Catalog.builtIn.styles.all where style.studioVerdict == .full {
        let text = "# Mug\n\n@front = a.jpg\n\n## \(role)\n\nstyle: \(style.id)\n\n@front as it is.\n"
        let before = view(text)
        let name = try #require(before.analysis.shots.first?.name)
        guard let change = before.enhanced(name)?.change else { continue }

        let after = view([change].applied(to: text))

        let known = Set(before.analysis.issues.map(\.id))
        #expect(after.analysis.issues.filter { !known.contains($0.id) }.map(\.sentence) == [], "\(role) \(style.id)")
      }
    }
  }

  @Test func theSameTextGivesTheSamePrompt() throws {
    for dialect in PromptDialect.allCases { #expect(try enhanced(as: dialect) == enhanced(as: dialect)) }
  }
}
