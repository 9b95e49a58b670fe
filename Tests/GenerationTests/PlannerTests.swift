import Catalog
import Generation
import Testing

@Suite struct PlannerTests {
  private func planner() -> Planner { Planner(today: Day("2026-11-23")) }

  private func item(_ card: ModelCard, width: Int = 1000, height: Int = 1000, count: Int = 1) -> PlanItem {
    PlanItem(
      shot: "hero", style: "pure-white", card: card, width: width, height: height, count: count, references: 1,
      lock: true)
  }

  @Test func freeModelsCostNothing() throws {
    #expect(try planner().plan([item(try card(), count: 8)]).price == .free)
  }

  @Test func picturesAreMultiplied() throws {
    let plan = try planner().plan([item(try card(price: .perImage, micros: 40_000), count: 3)])

    #expect(plan.price == PriceRange(lowMicros: 120_000, highMicros: 240_000))
  }

  @Test func partsOfAMegapixelCountWhole() throws {
    let plan = try planner().plan([item(try card(price: .perMegapixel, micros: 30_000), width: 1100)])

    #expect(plan.price.lowMicros == 60_000)
  }

  @Test func thePriceComesWithItsArithmetic() throws {
    let item = item(try card(price: .perMegapixel, micros: 30_000), width: 1100, height: 2000, count: 2)

    let job = try planner().plan([item]).jobs[0]

    #expect(job.arithmetic.text == "2 pictures × 3 megapixels × $0.03 to $0.06")
    #expect(job.price == PriceRange(lowMicros: 180_000, highMicros: 360_000))
  }

  @Test(arguments: [
    (Price.Unit.perRun, "1 run × $0.000001 to $0.000002", 1, 2),
    (.perImage, "2 pictures × $0.000001 to $0.000002", 2, 4),
    (.perSecond, "2 pictures × 3 to 5 seconds × $0.000001 to $0.000002", 6, 20),
    (.perFrame, "2 pictures × 3 to 5 frames × $0.000001 to $0.000002", 6, 20),
    (.perToken, "2 pictures × 3 to 5 tokens × $0.000001 to $0.000002", 6, 20),
    (.perStep, "2 pictures × 3 to 5 steps × $0.000001 to $0.000002", 6, 20),
    (.free, "free", 0, 0),
  ])
  func everyUnitIsMultipliedOut(unit: Price.Unit, text: String, low: Int64, high: Int64) throws {
    var card = try card(price: unit, micros: unit == .free ? 0 : 1)
    card.price.unitsAPicture = 3...5

    let job = try planner().plan([item(card, count: 2)]).jobs[0]

    #expect(job.arithmetic.text == text)
    #expect(job.price == PriceRange(lowMicros: low, highMicros: high))
  }

  @Test(arguments: [
    (Int64(0), "0"), (1, "$0.000001"), (500, "$0.0005"), (40_000, "$0.04"), (1_000_000, "$1.00"),
    (1_250_000, "$1.25"), (-40_000, "-$0.04"), (.max, "$9223372036854.775807"),
  ])
  func moneyIsWrittenWithAsManyDecimalsAsItNeeds(micros: Int64, text: String) {
    #expect(Money.text(micros) == text)
  }

  @Test func jobsAddUp() throws {
    let card = try card(price: .perImage, micros: 10)

    #expect(try planner().plan([item(card), item(card)]).price == PriceRange(lowMicros: 20, highMicros: 40))
  }

  @Test(arguments: [(2001, 2000, 1), (0, 10, 1), (70_000, 1, 1), (10, 10, 0), (10, 10, 65)])
  func whatTheModelCannotMakeIsRefused(width: Int, height: Int, count: Int) throws {
    let item = item(try card(), width: width, height: height, count: count)

    #expect(throws: GenerationError.self) { try planner().plan([item]) }
  }

  @Test func moreReferencesThanTheModelTakesAreRefused() throws {
    let item = item(try card(references: 0))

    #expect(throws: GenerationError.unsupported(what: "1 references with tester, at most 0")) {
      try planner().plan([item])
    }
  }

  @Test func aModelThatEndsIsNamedWithItsSuccessorOnce() throws {
    let item = item(try card(sunset: "2026-12-01", replacement: "next"))

    let plan = try planner().plan([item, item])

    #expect(plan.warnings == ["tester ends on 2026-12-01; use next instead"])
  }

  @Test func aModelPastItsLastDayIsWarnedOf() throws {
    let plan = try planner().plan([item(try card(sunset: "2026-11-01"))])

    #expect(plan.warnings == ["tester may no longer answer: its last day was 2026-11-01"])
  }

  @Test func aModelThatIsGoneIsRefused() throws {
    let item = item(try card(status: .gone))

    #expect(throws: GenerationError.self) { try planner().plan([item]) }
  }

  @Test func sumsOfHugePricesDoNotWrap() {
    let huge = PriceRange(lowMicros: .max, highMicros: .max)

    #expect(huge + huge == huge)
  }

  @Test func twiceTheAreaTakesTwiceTheTracing() throws {
    let small = try #require(try planner().plan([item(try card(), width: 500, height: 500)]).seconds)
    let large = try #require(try planner().plan([item(try card(), width: 1000, height: 500)]).seconds)

    #expect(abs((large - 1) / (small - 1) - 2) < 1e-9)
  }
}

@Suite struct RisingFractionTests {
  @Test func neverFallsAndStaysWithinOne() {
    var fraction = RisingFraction()

    let shown = [0.2, 0.1, .nan, nil, 0.5, 7, -.infinity].map { fraction.rise(to: $0) }

    #expect(shown == [0.2, 0.2, 0.2, 0.2, 0.5, 1, 1])
  }
}

@Suite struct ProviderRegistryTests {
  @Test func providersAreFoundByTheirName() throws {
    let registry = ProviderRegistry([try ScriptedProvider([])])

    #expect(registry.ids == ["tester"])
    #expect(registry.provider("tester") != nil)
    #expect(registry.provider("Tester") == nil)
  }
}
