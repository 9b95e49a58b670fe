import Catalog
import Testing

@testable import ShotList

struct LosslessTests {
  @Test func theExamplesAreThere() {
    #expect(
      Corpus.examples.map(\.name) == ["first-leaf.kraf", "sand-mug.kraf", "trailhead-set.kraf", "trailhead.kraf"])
  }

  @Test func theTreeOfEveryTextPrintsTheText() {
    for text in Corpus.texts { expectLossless(text) }
  }

  @Test func theAnalysisOfEveryTextEndsWithIssuesInsideIt() {
    for text in Corpus.texts { expectAnalysed(text) }
  }

  @Test func theTreeOfEveryPrefixPrintsThePrefix() {
    for text in [Corpus.tour] + Corpus.examples.map(\.text) {
      var prefix = ""
      for character in text.unicodeScalars {
        prefix.unicodeScalars.append(character)
        expectLossless(prefix)
      }
    }
  }

  @Test(arguments: 1...20) func theTreeOfAMutatedTextPrintsIt(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let pieces = [
      "#", "##", "### ", "@", "=", ":", "\"", "<!--", "-->", "//", "- ", "\n", "\r", "\r\n", "\u{FEFF}", "é", "👍", "\t",
    ]

    for _ in 0..<20 {
      var scalars = Array(Corpus.tour.unicodeScalars)
      for _ in 0..<8 {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        let length = Int.random(in: 0...4, using: &random)
        let piece = try #require(pieces.randomElement(using: &random))
        scalars.replaceSubrange(place..<min(place + length, scalars.count), with: piece.unicodeScalars)
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      expectLossless(text)
      expectAnalysed(text)
    }
  }

  @Test func rangesInsideANodeStayInsideIt() {
    for text in Corpus.texts {
      for node in SyntaxTree(text).nodes {
        for part in [node.content] + parts(of: node) {
          #expect(
            part.lowerBound >= node.range.lowerBound && part.upperBound <= node.range.upperBound, "\(node) in \(text)")
        }
      }
    }
  }

  /// The nodes join without gaps, none is empty, and they print the text.
  private func expectLossless(_ text: String, at location: SourceLocation = #_sourceLocation) {
    let tree = SyntaxTree(text)
    var end = 0
    for node in tree.nodes {
      #expect(node.range.lowerBound == end && !node.range.isEmpty, "\(text.debugDescription)", sourceLocation: location)
      end = node.range.upperBound
    }
    #expect(end == text.utf8.count, "\(text.debugDescription)", sourceLocation: location)
    #expect(Array(tree.text.utf8) == Array(text.utf8), "\(text.debugDescription)", sourceLocation: location)
  }

  /// The analysis ends, and its issues lie inside the text.
  private func expectAnalysed(_ text: String, at location: SourceLocation = #_sourceLocation) {
    let analysis = ShotList.analyse(text, catalog: .builtIn)
    let all = 0..<text.utf8.count + 1
    for issue in analysis.issues {
      #expect(
        issue.range.clamped(to: all) == issue.range, "\(issue) in \(text.debugDescription)", sourceLocation: location)
    }
  }

  private func parts(of node: SyntaxNode) -> [Range<Int>] {
    switch node.kind {
    case .title(let name): [name]
    case .property(let property): [property.key, property.colon..<property.colon + 1, property.value]
    case .reference(let reference): [reference.handle, reference.path, reference.kind]
    case .shot(let role, let name): [role, name]
    case .step(let operation): [operation]
    case .prompt(let spans): spans.map(\.range)
    case .avoid(let text): [text]
    case .comment, .blank, .unknown: []
    }
  }
}
