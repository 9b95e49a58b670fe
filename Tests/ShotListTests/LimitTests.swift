import Catalog
import Testing

@testable import ShotList

/// Texts that an honest author does not write.
struct LimitTests {
  @Test func aTextAboveTheLimitIsOneNodeAndOneIssue() {
    let text = String(repeating: "a", count: ShotList.maxBytes + 1)
    let analysis = ShotList.analyse(text, catalog: .builtIn)

    #expect(SyntaxTree(text).nodes.map(\.kind) == [.unknown])
    #expect(analysis.issues.map(\.sentence) == ["A shot list has up to 1048576 bytes, this has 1048577; split it"])
    #expect(analysis.shots.isEmpty)
  }

  @Test func shotsAboveTheLimitAreIgnoredWithOneIssue() {
    let text = String(repeating: "## hero\n", count: 100_000)
    let analysis = ShotList.analyse(text, catalog: .builtIn)

    #expect(analysis.shots.count == ShotList.maxShots)
    #expect(
      analysis.issues.filter { $0.id == .tooMany }.map(\.sentence) == [
        "A file has up to 500 shots; this one and those below are ignored, so move them to another file"
      ])
  }

  @Test func referencesAboveTheLimitAreIgnoredWithOneIssue() {
    let text = (0..<1_000).map { "@r\($0) = a.jpg\n" }.joined()
    let analysis = ShotList.analyse(text, catalog: .builtIn)

    #expect(analysis.product.references.count == 256)
    #expect(
      analysis.issues.filter { $0.id == .tooMany }.map(\.sentence) == [
        "A file has up to 256 references; this one and those below are ignored"
      ])
  }

  @Test func oneLineOfTheLongestTextIsAnalysed() {
    let piece = String(repeating: "long", count: 100) + " grass "
    let text = "## hero\n" + String(repeating: piece, count: ShotList.maxBytes / piece.utf8.count - 1)
    let issues = ShotList.analyse(text, catalog: .builtIn).issues

    #expect(issues.count == ShotList.maxIssues)
  }

  /// Long prompts of the words that rules look for again and again.
  @Test(
    arguments: [
      "no ", "a hand holding, ", "\"x\" ", "the blue mug, ", "a plinth in front of the mug ", "a glass mug, ", "4 s ",
      "remove the label from ",
    ]) func aPromptOfOnePhraseRepeatedIsAnalysedWholly(_ piece: String)
  {
    let header = "category: mug\ncolor: #111111\nmaterial: steel\nparts: lid\nlabel: \"A\"\n@a = a.jpg\n"
    let prompt = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let text = header + "## feature\nchannel: amazon.main\n\n\(prompt)\n\n### motion\n\(prompt)"

    #expect(ShotList.analyse(text, catalog: .builtIn).issues.count <= ShotList.maxIssues)
  }

  /// Pieces that begin what never ends, in every place where they could cost much.
  @Test(
    arguments: [
      "a", " ", "#", "\"", "\u{201C}", "@", "@a", "<!--", "<!-- ", "<!--\n", "-", ",", "(", "é", "👍", "no ", "grass ",
      "\"grass\" ", "\r", "a:\n", "ab: c\n", "@a = b\n", "## \n", "### x\n", "@a(", "no\n", "# a\n", "1x", "#AABBCC, ",
    ]) func aTextOfOnePieceRepeatedIsAnalysedWholly(_ piece: String)
  {
    for start in ["", "palette: ", "## hero\n", "## hero\ncrop: ", "## hero\nx\n"] {
      let text = start + String(repeating: piece, count: 5_000 / piece.utf8.count)
      let tree = SyntaxTree(text)

      #expect(tree.nodes.last?.range.upperBound == text.utf8.count)
      #expect(ShotList.analyse(text, catalog: .builtIn).issues.count <= ShotList.maxIssues)
    }
  }
}
