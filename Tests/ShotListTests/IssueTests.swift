import Catalog
import Testing

@testable import ShotList

/// A text whose issue is marked with « and », and all that the issue says.
struct IssueCase: CustomTestStringConvertible, Sendable {
  var id: ShotListIssue.ID
  var severity: ShotListIssue.Severity
  var text: String
  var sentence: String

  /// The text after the fix; `nil` when none is offered.
  var fixed: String?

  var testDescription: String { "\(id): \(text.debugDescription)" }
}

struct IssueTests {
  static let cases: [IssueCase] = nameCases + placeCases + referenceCases + contentCases + promptCases

  @Test(arguments: cases) func says(_ expected: IssueCase) throws {
    let marked = Marked(expected.text)
    let issues = ShotList.analyse(marked.text, catalog: .builtIn, facts: Self.facts).issues.filter {
      $0.id == expected.id
    }

    #expect(issues.count == 1)
    let issue = try #require(issues.first)
    #expect(issue.sentence == expected.sentence)
    #expect(issue.severity == expected.severity)
    #expect(issue.range == marked.range)
    #expect(issue.fix.map { marked.text.applying($0) } == expected.fixed)
  }

  @Test(arguments: soundPrompts) func saysNothingOfASoundPrompt(prompt: String) {
    let issues = ShotList.analyse("@front = a.jpg\n## hero\n\(prompt)", catalog: .builtIn, facts: Self.facts).issues

    let ids: Set<ShotListIssue.ID> = [.conflictingWords, .askedText, .peopleForbidden, .imageNumber]
    #expect(issues.filter { ids.contains($0.id) }.map(\.sentence) == [])
  }

  @Test func everyIssueHasATest() {
    #expect(Set(Self.cases.map(\.id)).symmetricDifference(ShotListIssue.ID.allCases) == [.tooLarge, .tooMany])
  }

  @Test func everyRuleIsListedOnce() {
    #expect(allRules.count == ShotListIssue.ID.allCases.count)
    #expect(Set(allRules.map { "\($0)" }).count == allRules.count)
  }

  @Test func theExamplesHaveNoIssues() {
    let facts = FileFacts(folder: "examples") { path in path.hasPrefix("examples/photos/") ? .found(nil) : .missing }
    for (name, text) in Corpus.examples {
      #expect(ShotList.analyse(text, catalog: .builtIn, facts: facts).issues == [], "\(name)")
    }
  }

  @Test func issuesComeInTheOrderOfTheText() {
    let places = ShotList.analyse("stile: x\n## hero\nratio: wide\n@none\n", catalog: .builtIn).issues.map(
      \.range.lowerBound)

    #expect(places.count >= 4)
    #expect(places == places.sorted())
  }

  /// `a.jpg` and `b.jpg` are there, `gone.jpg` is not.
  static let facts = FileFacts(folder: "products") { path in
    switch path {
    case "products/a.jpg": .found(PixelSize(width: 800, height: 600))
    case "products/gone.jpg": .missing
    default: .unknown
    }
  }
}

/// A text and the place between « and » in it.
struct Marked {
  var text: String
  var range: Range<Int>

  init(_ marked: String) {
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false)
    text = parts.joined()
    range = 0..<0
    guard parts.count == 3 else { return }
    let start = parts[0].utf8.count
    range = start..<start + parts[1].utf8.count
  }
}

extension String {
  fileprivate func applying(_ fix: Fix) -> String {
    let bytes = Array(utf8)
    return String(
      decoding: bytes[..<fix.range.lowerBound] + Array(fix.replacement.utf8) + bytes[fix.range.upperBound...],
      as: UTF8.self)
  }
}
