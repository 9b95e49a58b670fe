import Catalog
import Generation
import Imaging
import Platform
import Testing

@testable import Workspace

/// A shot list with two shots that need nothing special.
let bottleText = """
  # Bottle

  @front = refs/front.png

  ## hero

  style: pure-white
  size: 16x16
  seed: 40

  @front on white.

  ## detail lid

  style: soft-gray-studio
  size: 24x24
  count: 2
  seed: 50

  @front from close.
  """

extension Place {
  /// The shot list and its photo, as a user has them.
  func bottle(_ text: String = bottleText, alpha: UInt8 = 255) throws {
    try picture("refs/front.png", width: 32, height: 32, alpha: alpha)
    try write(text, to: "bottle.kraf")
  }
}

extension Workspace {
  /// Orders shots and waits for all their jobs.
  func made(_ order: GenerateOrder) async throws -> [Job] {
    var jobs: [Job] = []
    for job in try await generate(order).jobs { jobs.append(try await wait(for: job.id)) }
    return jobs
  }
}

@Suite struct GenerateTests {
  @Test func aShotBecomesAPictureWithItsWholeHistory() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).first)

    #expect(job.state == .done)
    #expect(job.shot == "hero")
    #expect(job.document == "bottle.kraf")
    #expect(job.warnings == ["flat"])
    let output = try #require(job.outputs.first)
    let edges = try workspace.lineage(of: output)
    #expect(edges.map(\.operation) == ["generate", "cutout"])
    #expect(try edges.map { try workspace.asset($0.source).kind } == [.cutout, .photo])
    #expect(edges[0].source == edges[1].target)
    #expect(try workspace.canvas().map(\.asset) == [output])
    await workspace.close()
  }

  @Test func theRequestIsCompleteAndCarriesTheCutOut() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    let request = try #require(provider.asked.first)
    #expect([request.width, request.height] == [16, 16])
    #expect(request.seed == 40)
    #expect(request.role.id == "hero")
    #expect(request.style.id == "pure-white")
    #expect(request.lock)
    let cutout = try #require(request.product?.cutout)
    #expect(cutout.bytes[3] == 0)
    #expect(cutout.bytes[31 * 4 + 3] == 255)
    await workspace.close()
  }

  @Test func aProductOfClearGlassIsSeenThroughWhereItShowsItsBackdrop() async throws {
    let place = try Place()
    try place.bottle(
      bottleText.replacing("@front =", with: "material: clear glass, brass\n\n@front =", maxReplacements: 1))
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).first)

    let product = try #require(provider.asked.first?.product)
    // The photo is of one gray, backdrop and product alike.
    #expect(product.cutout.bytes[31 * 4 + 3] == 255)
    #expect(try #require(product.clear).bytes[31 * 4 + 3] < 60)
    #expect(job.warnings.contains { $0.hasPrefix("What has the color of the photo's backdrop is taken for clear") })
    await workspace.close()
  }

  @Test func aCountOfTwoMakesTwoOutputsWithSeedsInARow() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()

    let job = try #require(
      try await workspace.made(GenerateOrder("bottle.kraf", shots: ["detail-lid"], key: "k")).first)

    let grays = try job.outputs.map { try ImageFile.decode(bytes(of: $0, in: workspace)).bytes[0] }
    #expect(grays == [50, 51])
    await workspace.close()
  }

  @Test func allShotsAreMadeWhenNoneIsNamedAndTheCutIsMadeOnce() async throws {
    let place = try Place()
    try place.bottle()
    let cuts = Counter()
    var tools = WorkspaceTools.tests()
    tools.cutter = .halving(confidence: 0.9) { cuts.count() }
    let workspace = try await place.open(tools)

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    #expect(jobs.map(\.shot) == ["hero", "detail-lid"])
    #expect(jobs.allSatisfy { $0.state == .done })
    #expect(cuts.value == 1)
    await workspace.close()
  }

  @Test func aPhotoWithoutBackgroundIsUsedAsItIs() async throws {
    let place = try Place()
    try place.bottle(alpha: 100)
    let workspace = try await place.open()

    let job = try #require(try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).first)

    let edges = try workspace.lineage(of: try #require(job.outputs.first))
    #expect(edges.map(\.operation) == ["generate"])
    #expect(try workspace.asset(edges[0].source).kind == .photo)
    await workspace.close()
  }

  @Test func aDoubtfulCutOutIsSaidInTheJob() async throws {
    let place = try Place()
    try place.bottle()
    var tools = WorkspaceTools.tests()
    tools.cutter = .halving(confidence: 0.31, reasons: ["touches the frame"])
    let workspace = try await place.open(tools)

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    let sentence =
      "Check the cut-out: its confidence is 31 % (touches the frame); where it is wrong, name a mask of the product in the prompt"
    #expect(jobs.allSatisfy { $0.warnings.contains(sentence) })
    await workspace.close()
  }

  @Test func theSameKeyGivesTheSameJobsAndAFreshOrderTheSamePictures() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    let first = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    let again = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")).jobs
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "l")
    order.isFresh = true
    let other = try await workspace.made(order)

    #expect(again == first)
    #expect(provider.asked.count == 2)
    #expect(other[0].id != first[0].id)
    #expect(other[0].outputs == first[0].outputs)
    await workspace.close()
  }

  @Test func aMistakeRefusesTheOrderWithItsLine() async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("style: pure-white", with: "style: pure-whit"))
    let workspace = try await place.open()

    let error = await #expect(throws: WorkspaceError.self) {
      try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    }

    guard case .shotListIssues(let issues)? = error else {
      Issue.record("not issues: \(String(describing: error))")
      return
    }
    #expect(issues.map(\.line) == [7])
    #expect(issues[0].sentence.contains("pure-white"))
    #expect(try workspace.jobs().isEmpty)
    await workspace.close()
  }

  @Test func aMistakeInAnotherShotDoesNotMatter() async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("style: soft-gray-studio", with: "style: nothing"))
    let workspace = try await place.open()

    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    #expect(jobs.map(\.state) == [.done])
    await workspace.close()
  }

  @Test func anUnknownShotIsAnsweredWithTheKnownOnes() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.noSuchShot(name: "nope", known: ["hero", "detail-lid"])) {
      try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["nope"], key: "k"))
    }
    await workspace.close()
  }

  @Test func theEditorsTextCountsWhenItIsGiven() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    let text = bottleText.replacing("seed: 40", with: "seed: 41")

    _ = try await workspace.made(GenerateOrder("bottle.kraf", text: text, shots: ["hero"], key: "k"))

    #expect(provider.asked.map(\.seed) == [41])
    await workspace.close()
  }

  @Test func aSideInTheOrderReplacesTheSizeAndKeepsTheProportions() async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("size: 16x16", with: "size: 16x32"))
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")
    order.width = 24

    _ = try await workspace.made(order)

    #expect(provider.asked.map { [$0.width, $0.height] } == [[24, 48]])
    await workspace.close()
  }

  /// 20 px wide, a picture of 32 × 16 px would be 10 px high: less than a shot may ask for.
  @Test(arguments: [(8, 8), (20, nil), (nil, 8_192), (0, nil), (-1, 16), (.max, nil)] as [(Int?, Int?)])
  func aSizeThatNobodyMakesIsRefusedBeforeAnyWork(width: Int?, height: Int?) async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("size: 16x16", with: "size: 32x16"))
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    var order = GenerateOrder("bottle.kraf", shots: ["hero"], key: "k")
    (order.width, order.height) = (width, height)

    do {
      _ = try await workspace.generate(order)
      Issue.record("the size was taken")
    } catch .badSize {}

    #expect(provider.asked.isEmpty)
    await workspace.close()
  }

  @Test func stepsFollowThePictureInTheirOrder() async throws {
    let place = try Place()
    try place.bottle(
      bottleText.replacing(
        "@front on white.", with: "@front on white.\n\n### resize\nwidth: 4\n\n### motion\nslow push-in"))
    let workspace = try await place.open()

    let ordered = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    let job = try await workspace.wait(for: ordered.jobs[0].id)

    let output = try workspace.asset(try #require(job.outputs.first))
    #expect([output.width, output.height] == [4, 4])
    #expect(try workspace.lineage(of: output.id).map(\.operation) == ["resize", "generate", "cutout"])
    #expect(
      ordered.warnings.contains(
        "hero: the motion is kept for models that make videos; --motion makes a clip of the set"))
    await workspace.close()
  }

  @Test func theProductAndItsReferencesAreKnownAfterwards() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()

    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    let product = try #require(try workspace.products().first)
    #expect(product.id.rawValue == "bottle.kraf")
    #expect(product.name == "Bottle")
    #expect(product.references.map(\.path) == ["refs/front.png"])
    let photo = try #require(product.references[0].asset)
    #expect(try workspace.asset(photo).kind == .photo)
    #expect(try workspace.assets(product: product.id).count == 3)
    await workspace.close()
  }

  @Test func thePlanSaysWhatItCostsAndDoesNothing() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open(FlatProvider(price: .perImage))

    let plan = try workspace.plan(GenerateOrder("bottle.kraf", key: ""))

    #expect(plan.jobs.map(\.shot) == ["hero", "detail-lid"])
    #expect(plan.price == PriceRange(lowMicros: 3000, highMicros: 6000))
    #expect(try workspace.jobs().isEmpty)
    #expect(try workspace.products().isEmpty)
    await workspace.close()
  }

  @Test func aTextThatIsNotUTF8IsNoShotList() async throws {
    let place = try Place()
    try place.write([0xFF, 0xFE, 0x00], to: "bottle.kraf")
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.notAShotList(path: "\(workspace.root)/bottle.kraf")) {
      try await workspace.generate(GenerateOrder("bottle.kraf", key: "k"))
    }
    await workspace.close()
  }
}

/// The bytes of an asset's file.
func bytes(of id: AssetID, in workspace: Workspace) throws -> [UInt8] {
  try FileReader.bytes(of: try workspace.objectPath(of: id), maxBytes: 1 << 24)
}
