import Catalog
import Foundation
import Generation
import Platform
import ShotList
import Testing

@testable import Workspace

/// What a workspace tells the analysis of a shot list beyond its text.
@Suite struct FactsTests {
  @Test func thePresentDayAndThePricesReachTheAnalysis() async throws {
    let place = try Place()
    try place.bottle("budget: 0.1 credits\nmodel: far\n" + bottleText)
    let provider = FlatProvider("far", price: .perMegapixel, isOffline: false)
    var card = provider.card
    card.lifecycle.sunset = Day("2027-02-01")
    card.origin.asOf = try #require(Day("2026-10-01"))
    let record = RecordFile(name: "far.json", kind: .model, bytes: Array(try JSONEncoder().encode(card)))
    var tools = WorkspaceTools(
      providers: ProviderRegistry([provider]), catalog: Catalog.builtIn.adding([record]).catalog)
    // 2027-02-01 12:00 UTC.
    tools.clock = WallClock { WallTime(millisecondsSince1970: 1_801_483_200_000) }
    let workspace = try await place.open(tools)

    let facts = workspace.facts(forShotList: "bottle.kraf")
    let list = try workspace.readShotList("bottle.kraf", text: nil)

    #expect(facts.today == Day("2027-02-01"))
    // Parts of a megapixel count whole: 4 pictures of 2 megapixels at 0.002 USD.
    #expect(facts.mostMicros(card, PixelSize(width: 1_200, height: 1_000), 4) == 16_000)
    let told = list.analysis.issues.map(\.sentence)
    #expect(told.contains("'far' answers no more since 2027-02-01; take another model"))
    #expect(told.contains("The price of 'far' is 123 days old; look at part of krafd before you spend"))
    #expect(
      told.contains(
        "This shot may cost $0.002, more than the budget of $0.001; lower 'count:' or 'size:', or take a cheaper model")
    )
    await workspace.close()
  }

  @Test func aPhotoThatSaysItIsLargerThanAnythingIsToldWhileOneTypes() async throws {
    let place = try Place()
    try place.bottle()
    // A PNG file up to the end of its first chunk, whose checksum nobody needs for the size.
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    png += [0, 0, 0x75, 0x30, 0, 0, 0x4E, 0x20, 8, 2, 0, 0, 0, 0x71, 0x6E, 0x4D, 0x3A]
    try place.write(png, to: "refs/front.png")
    let workspace = try await place.open()

    #expect(
      workspace.facts(forShotList: "bottle.kraf").file("refs/front.png")
        == .found(PixelSize(width: 30_000, height: 20_000)))
    let list = try workspace.readShotList("bottle.kraf", text: nil)
    #expect(
      list.analysis.issues.contains {
        $0.sentence
          == "'refs/front.png' is 30000 × 20000 px; krafd opens up to 100 megapixels, so scale it down"
      })
    await workspace.close()
  }

  @Test func theColorsOfAProductAreMeasuredOnceItIsCutOut() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    let before = workspace.facts(forShotList: "bottle.kraf").colors("refs/front.png")

    let ordered = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    _ = try await workspace.wait(for: ordered.jobs[0].id)
    let facts = workspace.facts(forShotList: "bottle.kraf")
    let colors = try #require(facts.colors("refs/front.png"))

    #expect(before == nil)
    #expect(colors.count >= 1 && colors.reduce(0) { $0 + $1.share } <= 1.000_001)
    #expect(facts.colors("refs/none.png") == nil && facts.colors("../outside.png") == nil)
    await workspace.close()
  }
}
