import Testing

@testable import Catalog

struct UserRecordsTests {
  @Test func aUsersStyleStandsBesideTheShippedOnes() {
    let (catalog, issues) = adding(StyleRecords.pureWhite, replacing: #""pure-white""#, with: #""our-white""#)

    #expect(issues == [])
    #expect(catalog.styles.ids == Catalog.builtIn.styles.ids + ["our-white"])
  }

  @Test func aRecordWithAKnownNameTakesItsPlace() {
    let (catalog, issues) = adding(StyleRecords.pureWhite, replacing: #""Pure white""#, with: #""Our white""#)

    #expect(issues == [])
    #expect(catalog.styles.ids == Catalog.builtIn.styles.ids)
    #expect(catalog.styles["pure-white"]?.title == "Our white")
  }

  @Test(arguments: [
    ("{", "}", "", "This is not JSON"),
    (#""power": 1.0"#, #""power": 11"#, "lights[0].power", "11.0 is not between 0.0 and 10.0"),
    (#""kelvin": 5500, "shape": "rect""#, #""kelvin": 5500"#, "lights[0].shape", "This value is missing"),
    (##"["#FFFFFF"]"##, #"["white"]"#, "palette[0]", "A color is written like #2F4A43"),
    (#""ambient": 0.25"#, #""ambient": "much""#, "ambient", "This is not a number"),
    (
      #""id": "pure-white""#, #""id": "Pure White""#, "id",
      "A name has 1 to 64 lower-case letters, digits, '-', '.' and '/'"
    ),
    (
      #""roles": ["campaign""#, #""roles": ["campain""#, "forbidsFor.roles[0]",
      "No record of roles is named 'campain'; did you mean 'campaign'?"
    ),
    (#""asOf": "2026-11-23""#, #""asOf": "2026-02-30""#, "origin.asOf", "A day is written like 2026-11-23"),
    (
      #"{"kind": "solid","#, #"{"kind": "sweep","#, "backdrop.colors",
      "A solid backdrop has one color, a sweep and two tones have two"
    ),
  ]) func aBadRecordYieldsOneIssueWithItsPlace(old: String, new: String, place: String, sentence: String) {
    let (catalog, issues) = adding(StyleRecords.pureWhite, replacing: old, with: new)

    #expect(issues == [RecordIssue(file: "mine.json", place: place, sentence: sentence)])
    #expect(catalog.styles.all == Catalog.builtIn.styles.all)
  }

  @Test func aBadRecordDoesNotKeepTheOthersOut() {
    let files = [
      RecordFile(name: "bad.json", kind: .style, bytes: [0xFF, 0x00]),
      RecordFile(
        name: "good.json", kind: .channel,
        bytes: Array(ChannelRecords.ebayGallery.replacing("ebay.gallery", with: "mine").utf8)),
    ]
    let (catalog, issues) = Catalog.builtIn.adding(files)

    #expect(issues.map(\.file) == ["bad.json"])
    #expect(catalog.channels["mine"] != nil)
  }

  @Test func recordsOfOneCallMayMentionEachOther() {
    let style = StyleRecords.pureWhite.replacing(#""pure-white""#, with: #""our-white""#)
      .replacing(#""campaign""#, with: #""our-hero""#)
    let role = RoleRecords.hero.replacing(#""hero""#, with: #""our-hero""#).replacing("pure-white", with: "our-white")
    let (catalog, issues) = Catalog.builtIn.adding([
      RecordFile(name: "style.json", kind: .style, bytes: Array(style.utf8)),
      RecordFile(name: "role.json", kind: .role, bytes: Array(role.utf8)),
    ])

    #expect(issues == [])
    #expect(catalog.roles["our-hero"]?.defaultStyle == "our-white")
  }

  @Test func aFileAboveTheLimitIsNotRead() {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: Catalog.maxRecordBytes + 1)
    let issues = Catalog.builtIn.adding([RecordFile(name: "big.json", kind: .role, bytes: bytes)]).issues

    #expect(issues.map(\.sentence) == ["A record has up to 262144 bytes, this has 262145"])
  }

  @Test func deeplyNestedTextIsOneIssue() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(Catalog.builtIn.adding([RecordFile(name: "deep.json", kind: .role, bytes: bytes)]).issues.count == 1)
  }

  @Test func aNewWordIsFoundAtOnce() {
    let sheet = """
      {"id": "mine", "title": "Mine", "words": [
        {"canonical": "kraft box", "also": [], "category": "prop", "studio": "not"}
      ], "origin": {"source": "me", "sourceClass": "P", "asOf": "2026-01-01"}}
      """
    let (catalog, _) = Catalog.builtIn.adding([RecordFile(name: "w.json", kind: .vocabulary, bytes: Array(sheet.utf8))])

    #expect(catalog.vocabulary.word("kraft boxs")?.canonical == "kraft box")
  }

  @Test func aPrefixSelectsTheChannelsBelowIt() {
    let catalog = Catalog.builtIn

    #expect(catalog.channels(named: "meta").map(\.id) == ["meta.feed.square", "meta.feed.portrait"])
    #expect(catalog.channels(named: "amazon.main").map(\.id) == ["amazon.main"])
    #expect(catalog.channels(named: "amaz").isEmpty)
  }

  private func adding(_ record: String, replacing old: String, with new: String) -> (
    catalog: Catalog, issues: [RecordIssue]
  ) {
    let text = record.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
    return Catalog.builtIn.adding([RecordFile(name: "mine.json", kind: .style, bytes: Array(text.utf8))])
  }
}
