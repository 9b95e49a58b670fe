import Catalog
import Testing

@testable import ShotList

extension IssueTests {
  /// Issues that need models other than the studio: see `models`.
  static let modelCases: [IssueCase] = inputCases + moneyCases

  private static let inputCases: [IssueCase] = [
    IssueCase(
      id: .modelInput, severity: .warning, text: "## hero\nmodel: blind\nseed: «7»",
      sentence: "'blind' takes no seed, so its pictures differ each time; take another model, or leave 'seed:' out",
      fixed: "## hero\nmodel: studio\nseed: 7"),
    IssueCase(
      id: .modelInput, severity: .error, text: "model: blind\n\n## hero\nbackground: «transparent»",
      sentence:
        "'blind' makes nothing transparent; take another model, or a background of one color and cut the picture out",
      fixed: "model: blind\n\n## hero\nmodel: studio\nbackground: transparent"),
    IssueCase(
      id: .modelInput, severity: .warning,
      text: "@a = a.jpg\n@m = b.png mask\n## hero\nmodel: blind\n\n@a with «@m» kept",
      sentence: "'blind' takes no mask, so @m is not looked at; take another model, or leave it out",
      fixed: "@a = a.jpg\n@m = b.png mask\n## hero\nmodel: studio\n\n@a with @m kept"),
    IssueCase(
      id: .modelInput, severity: .information, text: "## hero\nmodel: blind\n\nOn oak.\n\n- «no people»",
      sentence:
        "'blind' takes no list of what to avoid; it is told 'an empty scene with the product alone' instead"),
    IssueCase(
      id: .modelReferences, severity: .warning, text: "@a = a.jpg\n@b = b.jpg\n## hero\nmodel: blind\n\n@a and «@b»",
      sentence: "'blind' looks at 1 reference, so it drops @b; leave them out, or take another model",
      fixed: "@a = a.jpg\n@b = b.jpg\n## hero\nmodel: studio\n\n@a and @b"),
    IssueCase(
      id: .modelSize, severity: .error, text: "## hero\nmodel: blind\nsize: «2000x2000»",
      sentence:
        "'blind' makes up to 1.0 megapixels, and 2000x2000 has 4.0; take a smaller size and a step ### upscale, or another model",
      fixed: "## hero\nmodel: studio\nsize: 2000x2000"),
    IssueCase(
      id: .modelSize, severity: .warning, text: "## hero\nmodel: blind\nsize: 900x900\n\nIn «4K»",
      sentence: "'blind' makes up to 1.0 megapixels; leave the words out, as 'size:' says how large a picture is"),
    IssueCase(
      id: .clipLength, severity: .warning,
      text: "## hero\nmodel: able\n\nx\n\n### motion\n1990s look, after 1 second a slow push-in, «7 s»",
      sentence: "'able' makes clips of 5, 10 s, so 7 s becomes 5 s; write one of them",
      fixed: "## hero\nmodel: able\n\nx\n\n### motion\n1990s look, after 1 second a slow push-in, 5 s"),
  ]

  private static let moneyCases: [IssueCase] = [
    IssueCase(
      id: .overBudget, severity: .warning,
      text: "budget: «1 USD»\n## hero\nmodel: able\ncount: 8\n## detail\nmodel: able\ncount: 5",
      sentence:
        "The list may cost $1.30, more than its budget of $1.00; most is for 'hero', so lower its 'count:' or 'size:', or raise the budget"
    ),
    IssueCase(
      id: .overBudget, severity: .warning, text: "budget: 50 credits\nmodel: able\ncount: 8\n«## hero»",
      sentence:
        "This shot may cost $0.80, more than the budget of $0.50; lower 'count:' or 'size:', or take a cheaper model"),
    IssueCase(
      id: .stalePrice, severity: .warning, text: "## hero\nmodel: «able»",
      sentence: "The price of 'able' is 61 days old; look at a page before you spend"),
    IssueCase(
      id: .modelSunset, severity: .warning, text: "## hero\nmodel: «late»",
      sentence: "'late' answers no more since 2027-02-01; take 'able'", fixed: "## hero\nmodel: able"),
    IssueCase(
      id: .modelSunset, severity: .warning, text: "## hero\nmodel: «soon»",
      sentence: "'soon' ends on 2027-03-03, in 30 days; take another model"),
    IssueCase(
      id: .modelSunset, severity: .error, text: "## hero\nmodel: «gone»",
      sentence: "'gone' is no longer offered; take 'able'", fixed: "## hero\nmodel: able"),
    IssueCase(
      id: .unrenderedWord, severity: .warning, text: "## hero\nmodel: studio\n\nOn «grass»",
      sentence: "The studio cannot render 'grass'; leave it out, or take a photo or another model",
      fixed: "## hero\nmodel: able\n\nOn grass"),
  ]

  @Test(arguments: modelCases) func saysOfModels(_ expected: IssueCase) throws {
    try check(expected, catalog: Self.models)
  }

  /// Texts that ask of a model what it can do, or cost what the budget allows.
  @Test(
    arguments: [
      "## hero\nmodel: able\nseed: 7\nbackground: transparent\nsize: 2000x2000\n\n@a with @m\n\n- no people",
      "## hero\nmodel: blind\nsize: 1000x1000\n\n@a on oak",
      "## hero\nmodel: able\n\nx\n\n### motion\nslow push-in, 10 s",
      "## hero\n\nx\n\n### motion\nslow push-in, 7 s", "budget: 1 USD\n## hero\nmodel: able\ncount: 10",
      "budget: 0 USD\n## hero\ncount: 16", "## hero\nmodel: later", "## hero\n\n@a with @a\n\n- no people",
    ]) func saysNothingOfWhatAModelCanDo(text: String)
  {
    let whole = "@a = a.jpg\n@m = b.png mask\n" + text
    let issues = ShotList.analyse(whole, catalog: Self.models, facts: Self.facts).issues
    let ids: Set<ShotListIssue.ID> = [
      .modelInput, .modelReferences, .modelSize, .clipLength, .overBudget, .modelSunset,
    ]

    #expect(issues.filter { ids.contains($0.id) }.map(\.sentence) == [])
  }

  @Test func withoutADayNothingIsPast() {
    let issues = ShotList.analyse("## hero\nmodel: late\n\nA Christmas table", catalog: Self.models).issues

    #expect(issues.filter { [.stalePrice, .modelSunset, .seasonOver].contains($0.id) } == [])
  }

  /// The studio, and models that can more or less: `able` does everything for up to 0.10 USD a picture.
  static let models: Catalog = {
    let able = card(
      "able", references: 8, megapixels: 16, takes: ["seed", "mask", "negative", "alpha"],
      more: #""clipSeconds": [5, 10],"#,
      price: #"{"unit": "perImage", "lowMicros": 40000, "highMicros": 100000}"#)
    let others = [
      card("blind", references: 1, megapixels: 1, takes: []),
      card("late", life: #"{"status": "ending", "sunset": "2027-02-01", "replacement": "able"}"#),
      card("soon", life: #"{"status": "ending", "sunset": "2027-03-03"}"#),
      card("later", life: #"{"status": "ending", "sunset": "2027-03-04"}"#),
      card("gone", life: #"{"status": "gone", "replacement": "able"}"#),
    ]
    let files = ([able] + others).map { RecordFile(name: "model", kind: .model, bytes: Array($0.utf8)) }
    let (catalog, issues) = Catalog.builtIn.adding(files)
    precondition(issues.isEmpty, "\(issues)")
    return catalog
  }()

  private static func card(
    _ id: String, references: Int = 2, megapixels: Int = 4, takes: [String] = ["seed"], more: String = "",
    price: String = #"{"unit": "free", "lowMicros": 0, "highMicros": 0}"#, life: String = #"{"status": "current"}"#
  ) -> String {
    #"""
    {"id": "\#(id)", "title": "\#(id)", "summary": "A model.", "capabilities": ["generate"],
     "maxReferences": \#(references), "maxMegapixels": \#(megapixels), \#(more)
     "takes": [\#(takes.map { "\"\($0)\"" }.joined(separator: ", "))],
     "price": \#(price), "lifecycle": \#(life), "identityRisk": "high", "isOffline": false,
     "origin": {"source": "a page", "sourceClass": "T", "asOf": "2026-12-02"}}
    """#
  }
}
