import Testing

@testable import Imaging

@Suite struct StrokeFonts {
  private let ascii = (32...126).map { Character(Unicode.Scalar($0)) }

  @Test(arguments: [14, 18, 22, 60]) func everySignOfASCIIHasItsOwnShape(_ size: Int) {
    let font = StrokeFont(size: size)

    let masks = ascii.dropFirst().map { font.mask(of: String($0)) }

    #expect(masks.allSatisfy { $0?.bytes.contains { $0 > 140 } == true })
    #expect(Set(masks).count == 94)
    #expect(font.mask(of: " ") == nil && font.mask(of: "") == nil)
    #expect(font.width(of: " ") > 0)
  }

  @Test(arguments: [12, 14, 17, 22, 40]) func nothingIsCutOffAtTheEdgesOfItsMask(_ size: Int) throws {
    for character in ascii.dropFirst() {
      let mask = try #require(StrokeFont(size: size).mask(of: String(character)))

      for x in 0..<mask.width {
        #expect(mask.pixel(x, 0) == [0] && mask.pixel(x, mask.height - 1) == [0], "\(character)")
      }
      for y in 0..<mask.height {
        #expect(mask.pixel(0, y) == [0] && mask.pixel(mask.width - 1, y) == [0], "\(character)")
      }
    }
  }

  @Test(arguments: [12, 14, 16, 18, 20, 22]) func capitalsStandOnTheBaselineAndReachTheirHeight(_ size: Int) throws {
    let font = StrokeFont(size: size)

    let mask = try #require(font.mask(of: "EH"))

    let inked = (0..<mask.height).filter { y in (0..<mask.width).contains { mask.pixel($0, y)[0] >= 100 } }
    #expect(abs(font.capHeight - inked.count) <= 1)
    #expect(inked.last == font.rise + font.capHeight - 1)
  }

  @Test func digitsHaveOneWidth() {
    let font = StrokeFont(size: 20)

    #expect(Set((0...9).map { font.width(of: "\($0)") }).count == 1)
    #expect(font.width(of: "42") == 2 * font.width(of: "4"))
  }

  @Test(arguments: [
    ("Träger “groß”", "Trager \"gross\""), ("5 × 7 – 9 · 1", "5 x 7 - 9 . 1"), ("a\u{308}e\u{301}", "ae"),
    ("Łódź…", "Lodz..."),
    ("a\u{A0}b\tc\n", "a b c "), ("x\u{200B}y\0z", "xyz"), ("½ €", "1/2 EUR"),
  ])
  func otherCharactersAreFolded(_ text: String, _ ascii: String) {
    let font = StrokeFont(size: 18)

    #expect(font.mask(of: text) == font.mask(of: ascii))
  }

  @Test(arguments: ["猫", "👩‍👩‍👧", "Ж", "\u{FFFD}"]) func whatIsUnknownIsOneBox(_ character: String) {
    let font = StrokeFont(size: 18)

    #expect(font.mask(of: character) == font.mask(of: "\u{E000}"))
    #expect(font.width(of: character) > 0)
  }

  @Test func aTextThatIsTooWideIsCutWithDots() {
    let font = StrokeFont(size: 18)
    let width = font.width(of: "abcdefgh")

    #expect(font.cut("abcdefgh", toWidth: width) == "abcdefgh")
    let cut = font.cut("abcdefghi", toWidth: width)
    #expect(cut.hasSuffix("...") && "abcdefghi".hasPrefix(cut.dropLast(3)) && cut.count > 5)
    #expect(font.width(of: cut) < width + 1)
    #expect(font.cut("abc", toWidth: 5) == "")
  }

  @Test func aTextWithoutEndIsCutToo() {
    let font = StrokeFont(size: 18)

    #expect(font.width(of: font.cut(String(repeating: "W", count: 1_000_000), toWidth: 300)) < 301)
    #expect(font.mask(of: font.cut(String(repeating: "\u{200B}", count: 100_000), toWidth: 300)) == nil)
  }
}
