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
  static let cases: [IssueCase] =
    nameCases + placeCases + referenceCases + contentCases + promptCases + identityCases + setCases

  static let operations = [
    StepOperation(
      name: "resize", summary: "Another size.", parameters: [("width", "In px."), ("height", "In px.")]),
    StepOperation(name: "autoOrient", summary: "Upright.", parameters: []),
  ]

  @Test func stepsAreNotJudgedWhereNobodySaysWhichThereAre() {
    let issues = ShotList.analyse("## hero\n### rezise\nwdth: 4\n", catalog: .builtIn).issues

    #expect(!issues.contains { [.unknownStep, .unknownParameter].contains($0.id) })
  }

  @Test(arguments: cases) func says(_ expected: IssueCase) throws { try check(expected, catalog: .builtIn) }

  func check(_ expected: IssueCase, catalog: Catalog) throws {
    let marked = Marked(expected.text)
    let analysis = ShotList.analyse(marked.text, catalog: catalog, facts: Self.facts, operations: Self.operations)
    let issues = analysis.issues.filter { $0.id == expected.id }

    #expect(issues.count == 1)
    let issue = try #require(issues.first)
    #expect(issue.sentence == expected.sentence)
    #expect(issue.severity == expected.severity)
    #expect(issue.range == marked.range)
    #expect(issue.fix.map { marked.text.applying($0) } == expected.fixed)
  }

  @Test(arguments: soundPrompts.map { "@front = a.jpg\n## hero\n\($0)" } + soundTexts + soundOfAProduct + soundSets)
  func saysNothingOfASoundText(text: String) {
    let issues = ShotList.analyse(text, catalog: .builtIn, facts: Self.facts, operations: Self.operations).issues

    #expect(issues.filter { !Self.unconcerned.contains($0.id) }.map(\.sentence) == [])
  }

  /// Issues that short texts have for other reasons.
  private static let unconcerned: Set<ShotListIssue.ID> = [
    .noProductName, .noReference, .noShots, .unusedReference, .unrenderedWord, .styleAgainstChannel, .missingFile,
  ]

  @Test func everyIssueHasATest() {
    #expect(
      Set((Self.cases + Self.modelCases).map(\.id)).symmetricDifference(ShotListIssue.ID.allCases) == [
        .tooLarge, .tooMany,
      ])
  }

  @Test func everyRuleIsListedOnce() {
    #expect(allRules.count == ShotListIssue.ID.allCases.count)
    #expect(Set(allRules.map { "\($0)" }).count == allRules.count)
  }

  @Test func theExamplesHaveNoIssues() {
    let facts = FileFacts(folder: "examples", today: Day("2026-11-26")) { path in
      path.hasPrefix("examples/photos/") ? .found(nil) : .missing
    }
    for (name, text) in Corpus.examples {
      let issues = ShotList.analyse(text, catalog: .builtIn, facts: facts).issues
      // An example shows a part of a set, so what it leaves open is told.
      #expect(issues.filter { $0.id != .buyerQuestion } == [], "\(name)")
    }
  }

  @Test func issuesComeInTheOrderOfTheText() {
    let places = ShotList.analyse("stile: x\n## hero\nratio: wide\n@none\n", catalog: .builtIn).issues.map(
      \.range.lowerBound)

    #expect(places.count >= 4)
    #expect(places == places.sorted())
  }

  /// `a.jpg`, `big.jpg` and `small.png` are there, `gone.jpg` is not; a picture costs what its model's card says at most.
  static let facts: FileFacts = {
    var facts = FileFacts(folder: "products", today: Day("2027-02-01")) { path in
      switch path {
      case "products/a.jpg": .found(PixelSize(width: 800, height: 600))
      case "products/big.jpg": .found(PixelSize(width: 2_000, height: 2_000))
      case "products/huge.jpg": .found(PixelSize(width: 10_001, height: 10_000))
      case "products/largest.jpg": .found(PixelSize(width: 10_000, height: 10_000))
      case "products/small.png": .found(PixelSize(width: 400, height: 300))
      case "products/gone.jpg": .missing
      default: .unknown
      }
    }
    facts.colors = { path in
      let color = HexColor(red: 0x2F, green: 0x4A, blue: 0x43)
      let trace = HexColor(red: 0xE0, green: 0x10, blue: 0x10)
      return path == "products/big.jpg"
        ? [MeasuredColor(color: color, share: 0.9), MeasuredColor(color: trace, share: 0.05)] : nil
    }
    facts.mostPixels = 100_000_000
    facts.mostMicros = { model, _, count in Int64(model.price.highMicros * count) }
    return facts
  }()
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
