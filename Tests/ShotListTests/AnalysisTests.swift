import Catalog
import Testing

@testable import ShotList

struct AnalysisTests {
  @Test func aBareShotHasEveryValueAndSaysWhoDecidedIt() throws {
    let shot = try shot("@front = a.jpg\n## hero")

    #expect(shot.name == "hero")
    #expect(shot.style == Resolved("pure-white", .role))
    #expect(shot.model == Resolved("studio", .builtIn))
    #expect(shot.ratio == Resolved(.square, .role))
    #expect(shot.size == Resolved(PixelSize(width: 1024, height: 1024), .builtIn))
    #expect(shot.seed == Resolved(1, .builtIn))
    #expect(shot.count == Resolved(1, .builtIn))
    #expect(shot.lock == Resolved(true, .builtIn))
    #expect(shot.palette == Resolved([try #require(HexColor("#FFFFFF"))], .style))
    #expect(shot.background == nil)
    #expect(shot.channels == Resolved([], .builtIn))
    #expect(shot.from?.value == "front")
    #expect(shot.prompt == "")
  }

  @Test func theShotsOwnLineBeatsTheHeaderAndTheHeaderTheWorkspace() throws {
    let facts = FileFacts(defaults: [.seed: "3", .count: "3", .lock: "off"])
    let shot = try shot("seed: 2\ncount: 2\n## hero\nseed: 1", facts)

    #expect(shot.seed == Resolved(1, .shot, 31..<32))
    #expect(shot.count == Resolved(2, .header, 15..<16))
    #expect(shot.lock == Resolved(false, .workspace))
  }

  @Test func aValueThatCannotBeReadLeavesTheNextOneToDecide() throws {
    let facts = FileFacts(defaults: [.count: "many"])
    let shot = try shot("seed: 2\nstyle: soft-gray-studio\n## hero\nseed: x\nstyle: none\ncount: 0", facts)

    #expect(shot.seed.value == 2)
    #expect(shot.style.value == "soft-gray-studio")
    #expect(shot.count == Resolved(1, .builtIn))
  }

  @Test func theLastOfTwoLinesWithOneKeyCounts() throws {
    #expect(try shot("## hero\nseed: 1\nseed: 2").seed.value == 2)
  }

  @Test func aSizeSaysTheRatioAndARatioTakesTheLongerSide() throws {
    let sized = try shot("## hero\nsize: 2000x1000")
    #expect(sized.ratio.value.text == "2:1")
    #expect(sized.size.value == PixelSize(width: 2000, height: 1000))

    #expect(try shot("## hero\nratio: 4:5").size.value == PixelSize(width: 819, height: 1024))
    #expect(try shot("size: 2000x2000\n## hero\nratio: 4:5").size.value == PixelSize(width: 1600, height: 2000))
    #expect(try shot("## hero\nratio: 10000:1").size.value == PixelSize(width: 1024, height: 16))
  }

  @Test func theShotsOwnChannelSaysTheSize() throws {
    let shot = try shot("size: 500x500\n## hero\nchannel: zalando.packshot")
    #expect(shot.size == Resolved(PixelSize(width: 1801, height: 2600), .channel))
    #expect(shot.channels.value == ["zalando.packshot"])

    let free = try self.shot("## lifestyle\nchannel: amazon.main")
    #expect(free.ratio == Resolved(try #require(Ratio("4:5")), .role))
    #expect(free.size == Resolved(PixelSize(width: 1600, height: 2000), .channel))
  }

  @Test func theHeadersChannelsGoToTheShotsWhoseRoleTheyTake() {
    let shots = analyse("channels: amazon.main, meta.feed, shopify.product\n## hero\n## campaign").shots

    #expect(
      shots.map(\.channels.value) == [["amazon.main", "shopify.product"], ["meta.feed.square", "meta.feed.portrait"]])
    #expect(shots.allSatisfy { $0.channels.source == .header })
  }

  @Test func namesAreUniqueAndFitForFiles() {
    let shots = analyse("## hero\n## hero\n## hero 2\n## Lifestyle  Picnic / in the Park!\n## detail ../..\n## hero")
      .shots

    #expect(shots.map(\.name) == ["hero", "hero-2", "hero-2-2", "lifestyle-picnic-in-the-park", "detail", "hero-3"])
  }

  @Test func aPromptIsItsLinesWithoutComments() throws {
    let shot = try shot(
      "## hero\n\nOne  \n  two <!-- not this --> three\n// nor this\nfour\n\n- no text\n-  people\n- no \n\nFive")

    #expect(shot.prompt == "One two three four\nFive")
    #expect(shot.avoid == ["text", "people"])
  }

  @Test func referencesAreTheOneToMakeItFromAndThoseInThePrompt() throws {
    let references = "@front = a.jpg\n@back = ./x/../b.jpg detail\n@mood = c.jpg style\n"
    let facts = FileFacts(folder: "products/mug") { _ in .found(nil) }

    let plain = try shot(references + "## hero\nA @mood look, @front and @mood", facts)
    #expect(plain.from?.value == "front")
    #expect(plain.from?.source == .header)
    #expect(plain.references.map(\.handle) == ["front", "mood"])

    let from = try shot(references + "## detail\nfrom: @back", facts)
    #expect(from.from?.value == "back")
    #expect(from.references.map(\.path) == ["products/mug/b.jpg"])
    #expect(from.references.map(\.kind) == [.detail])
  }

  @Test func aCropSaysWhatToMakeTheShotFrom() throws {
    let shot = try shot("@front = a.jpg\n@side = b.jpg\n## detail\ncrop: @side(1, 2, 3, 4)")

    #expect(shot.from?.value == "side")
    guard case .area(_, 1, 2, 3, 4) = shot.crop else { return #expect(Bool(false), "\(String(describing: shot.crop))") }
  }

  @Test func stepsKeepTheirParametersAndWords() throws {
    let steps = try shot("## hero\n### upscale\nscale: 2\nmode: exact\n### Motion\nslow push-in, 4 s").steps

    #expect(steps.map(\.operation) == ["upscale", "motion"])
    #expect(steps.first?.parameters.map { "\($0.key)=\($0.value)" } == ["scale=2", "mode=exact"])
    #expect(steps.last?.prompt == "slow push-in, 4 s")
  }

  @Test func theHeaderDescribesTheProduct() {
    let product = analyse(Corpus.tour).product

    #expect(product.name == "Trailhead 750")
    #expect(product.category == "bottle")
    #expect(product.dimensions == ProductDimensions(width: 75, depth: 75, height: 268))
    #expect(product.colors.map { "\($0.color.text) \($0.part)" } == ["#2F4A43 body", "#B98A55 lid"])
    #expect(product.labels == ["TRAILHEAD"])
    #expect(product.channels == ["amazon.main", "shopify.product", "meta.feed.square", "meta.feed.portrait"])
    #expect(product.budget == Resolved(Budget(micros: 60_000_000, unit: .credits), .header, product.budget?.range))
    #expect(product.references.map(\.handle) == ["front", "label", "mood"])
    #expect(product.references.map(\.kind) == [.product, .detail, .style])
  }

  @Test func aShotWithAnUnknownRoleIsLeftOutAndTheOthersStay() {
    #expect(analyse("## heroo\n## detail").shots.map(\.role) == ["detail"])
  }

  @Test func aShotIsReadyWhenItHasAPhotoAndNoErrorConcernsIt() {
    #expect(readiness("@a = a.jpg\n## hero\n## detail\nseed: x") == [true, false])
    #expect(readiness("seed: x\n@a = a.jpg\n## hero\n## detail") == [false, false])
    #expect(readiness("## hero\n## detail") == [false, false])
  }

  private func readiness(_ text: String) -> [Bool] {
    let analysis = analyse(text)
    return analysis.shots.map(analysis.isReady)
  }

  private func analyse(_ text: String, _ facts: FileFacts = FileFacts()) -> Analysis {
    ShotList.analyse(text, catalog: .builtIn, facts: facts)
  }

  private func shot(_ text: String, _ facts: FileFacts = FileFacts()) throws -> ResolvedShot {
    try #require(analyse(text, facts).shots.last)
  }
}
