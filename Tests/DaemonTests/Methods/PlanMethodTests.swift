import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/plan`, and what it and `kraf/generate` refuse.
@Suite struct PlanMethodTests {
  @Test func aPlanNamesEveryJobAndCostsNothing() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let plan = try await client.request(KrafPlan(path: shop.list))

    #expect(plan.jobs.map(\.shot) == ["hero", "campaign-launch"])
    #expect(plan.jobs.map(\.model) == ["studio", "studio"])
    #expect(plan.jobs.map { [$0.width, $0.height, $0.count] } == [[48, 48, 1], [48, 32, 1]])
    #expect([plan.costMicrosMin, plan.costMicrosMax] == [0, 0])
    #expect(plan.jobs.allSatisfy { $0.secondsEstimate > 0 && $0.costMicrosMax == 0 })
  }

  @Test func aPlanHasNoEffects() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let before = try await client.request(KrafSync()).clock

    _ = try await client.request(KrafPlan(path: shop.list))

    #expect(try await client.request(KrafSync()).clock == before)
    #expect(try await client.request(JobList()).jobs == [])
    #expect(try await client.request(AssetList()).assets == [])
    #expect(try await client.request(ProductList()).products == [])
    #expect(try await client.request(CanvasGet()).nodes == [])
  }

  @Test func onlyTheShotsThatWereNamedArePlanned() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let plan = try await client.request(KrafPlan(path: shop.list, shots: ["campaign-launch"]))

    #expect(plan.jobs.map(\.shot) == ["campaign-launch"])
  }

  @Test func anUnknownShotIsAnsweredWithTheKnownOnes() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let sentence = "No shot is named 'detail'; the file has hero, campaign-launch"

    let planned = try await client.refusal(of: KrafPlan(path: shop.list, shots: ["detail"]))
    let ordered = try await client.refusal(of: KrafGenerate(path: shop.list, shots: ["detail"], key: "k"))

    #expect(planned.message == sentence)
    #expect(ordered.message == sentence)
    #expect(ordered.reason == "noSuchShot")
    #expect(try await client.request(JobList()).jobs == [])
  }

  @Test func mistakesAreNamedWithTheirLines() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let text = Shop.shotList.replacing("style: pure-white", with: "style: pure-wite")

    let error = try await client.refusal(of: KrafGenerate(path: shop.list, text: text, shots: ["hero"], key: "k"))

    #expect(error.reason == "shotListIssues")
    #expect(error.message == "line 7: No style is named 'pure-wite'; did you mean 'pure-white'?")
  }

  @Test func aListWithoutShotsSaysHowToAddOne() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let error = try await client.refusal(of: KrafPlan(path: shop.list, text: "# Mug\n"))

    #expect(error.message == "'mug.kraf' has no shot; add one with a line like '## hero'")
  }

  @Test func aShotListThatIsNotThereIsNamed() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let error = try await client.refusal(of: KrafPlan(path: shop.path("cup.kraf")))

    #expect(error.message == "'\(shop.path("cup.kraf"))' does not exist; check the path")
  }

  @Test func aShotListOutsideTheNamedWorkspaceIsRefused() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let list = try shop.write(Array(Shop.shotList.utf8), at: shop.outside("other/mug.kraf"))

    let error = try await client.refusal(of: KrafGenerate(path: list, key: "k", workspace: shop.root))

    #expect(error.reason == "outsideWorkspace")
    #expect(error.message == "'\(list)' lies outside the workspace; move it inside or open a higher folder")
  }

  @Test func bytesThatAreNoTextAreNoShotList() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let list = try shop.write([0x23, 0xFF, 0xFE], to: "latin.kraf")

    let error = try await client.refusal(of: KrafPlan(path: list))

    #expect(error.reason == "notAShotList")
    #expect(error.message == "'\(list)' is not UTF-8 text; a shot list is a text file")
  }

  @Test func aSizeThatNobodyMakesIsRefused() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let error = try await client.refusal(of: KrafGenerate(path: shop.list, key: "k", width: 8, height: 8))

    #expect(error.message == "8 × 8 px is no size krafd makes; take 16 to 8192 px a side")
  }

  /// Parameters of `kraf/generate`, and the path of the one that does not fit.
  private static let misfits: [(JSONValue, String)] = [
    (["path": 7, "key": "k"], "params.path"), (["path": "/a"], "params.key"),
    (["path": "/a", "key": ""], "params.key"), (["path": "/a", "key": "k", "shots": ["a", 1]], "params.shots[1]"),
    (["path": "/a", "key": "k", "width": "wide"], "params.width"),
    (["path": "/a", "key": "k", "samples": 0], "params.samples"),
    (["path": "/a", "key": "k", "owner": "nobody"], "params.owner"),
  ]

  @Test(arguments: misfits)
  func aParameterOfTheWrongTypeCarriesItsPath(params: JSONValue, path: String) async throws {
    let error = try await Shop().worker().refusal(of: KrafGenerate.method, params)

    #expect(error.code == -32602)
    #expect(error.data["path"]?.stringValue == path)
    #expect(error.message.hasPrefix("\(path): expected "))
  }
}
