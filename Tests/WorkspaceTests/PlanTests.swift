import GRDB
import Generation
import Platform
import Testing

@testable import Workspace

extension Workspace {
  /// What is planned for each shot of the bottle.
  fileprivate nonisolated func actions() throws -> [PlanAction] {
    try plan(GenerateOrder("bottle.kraf", key: "plan")).jobs.map(\.action)
  }
}

/// What is made before is not made again, and a plan says so.
@Suite struct PlanTests {
  @Test func whatWasNeverMadeIsAddedAndWhatWasMadeIsTakenAgain() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)

    #expect(try workspace.actions() == [.add, .add])
    let made = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    #expect(try workspace.actions() == [.reuse, .add])
    let taken = try await workspace.generate(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l")).jobs

    #expect(taken.map(\.state) == [.done])
    #expect(taken.map(\.outputs) == made.map(\.outputs))
    #expect(taken.map(\.warnings) == made.map(\.warnings))
    #expect(taken.map(\.reused) == made.map(\.id))
    #expect(provider.asked.count == 1)
    #expect(try workspace.canvas().count == 1)
    await workspace.close()
  }

  @Test func whatIsAskedDifferentlyIsNamed() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))

    try place.bottle(bottleText.replacing("style: pure-white", with: "style: dark-luxe").replacing("40", with: "41"))
    let plan = try workspace.plan(GenerateOrder("bottle.kraf", key: "plan"))

    #expect(plan.jobs.map(\.action) == [.change, .reuse])
    #expect(plan.jobs[0].changes == ["style: dark-luxe instead of pure-white", "seed: 41 instead of 40"])
    #expect(plan.jobs[1].seconds == 0)
    await workspace.close()
  }

  @Test func aPhotoWithOtherContentIsNamed() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    try place.picture("refs/front.png", width: 32, height: 32, gray: 99)
    let plan = try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "plan"))
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))

    #expect(plan.jobs.map(\.action) == [.change])
    #expect(plan.jobs[0].changes == ["refs/front.png has other content"])
    #expect(provider.asked.count == 2)
    await workspace.close()
  }

  @Test func aNewWayOfCuttingOutMakesEverythingAnew() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    await workspace.close()

    var tools = WorkspaceTools.tests()
    tools.cutter.version = "halving 2"
    let later = try await place.open(tools)
    let plan = try later.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "plan"))

    #expect(plan.jobs[0].changes == ["the product is cut out in a newer way"])
    await later.close()
  }

  @Test func theNameOfAShotChangesNoPicture() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    try place.bottle(bottleText.replacing("## hero", with: "## hero front"))
    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero-front"], key: "l"))[0]

    #expect(job.reused != nil)
    #expect(provider.asked.count == 1)
    #expect(try workspace.canvas().map(\.shot) == ["hero", "hero-front"])
    await workspace.close()
  }

  @Test func anOutputWhoseFileIsGoneIsMadeAgain() async throws {
    let place = try Place()
    try place.bottle()
    let provider = FlatProvider()
    let workspace = try await place.open(provider)
    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]

    File.remove(try workspace.objectPath(of: job.outputs[0]))
    let again = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))[0]

    #expect(again.reused == nil)
    #expect(again.outputs == job.outputs)
    #expect(provider.asked.count == 2)
    await workspace.close()
  }

  @Test func aVariantThatIsAddedToAComparisonIsAddedAndTheOthersStay() async throws {
    let place = try Place()
    try place.bottle(bottleText.replacing("seed: 40", with: "seed: 40\ncompare: pure-white, dark-luxe"))
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))

    try place.bottle(bottleText.replacing("seed: 40", with: "seed: 40\ncompare: pure-white, dark-luxe, hard-sun"))
    let plan = try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "plan"))

    #expect(plan.jobs.map(\.action) == [.reuse, .reuse, .add])
    await workspace.close()
  }

  @Test func aPictureOfBeforeInputsWereKeptSaysThatItsInputsAreNotKnown() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))
    try await workspace.commit { try $0.database.execute(sql: "UPDATE jobs SET fingerprint = NULL, inputs = NULL") }

    let plan = try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "plan"))

    #expect(plan.jobs.map(\.action) == [.change])
    #expect(plan.jobs[0].changes == ["what it was made from is not known"])
    await workspace.close()
  }
}
