import Generation
import Imaging
import Platform
import Testing

@testable import Workspace

/// What is thrown away for good, and what never is.
@Suite struct TrashTests {
  /// One picture of a shot and an edit of it.
  private func edited() async throws -> (Place, Workspace, output: CanvasNode, edit: CanvasNode) {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "k"))[0]
    let order = EditOrder("resize", ["width": .integer(4)], of: .asset(job.outputs[0]), key: "e")
    _ = try await workspace.wait(for: try await workspace.edit(order).id)
    let made = try workspace.canvas()
    // What a running daemon has just put is spared.
    await workspace.close()
    return (place, try await place.open(), made[0], made[1])
  }

  private func trash(_ nodes: [CanvasNode], in workspace: Workspace) async throws {
    let clock = try workspace.canvasPicture().clock
    try await workspace.changeCanvas(nodes.map { .trash($0.id) }, base: clock, by: "a")
  }

  @Test func whatSomethingKeptWasMadeFromStays() async throws {
    let (place, workspace, output, edit) = try await edited()
    let files = Set(place.objects)
    try await trash([output], in: workspace)

    let emptied = try await workspace.emptyTrash()

    #expect(emptied == EmptiedTrash(nodeCount: 0, pictureCount: 0, byteCount: 0))
    #expect(Set(place.objects) == files)
    #expect(try workspace.canvasPicture(trashed: true).nodes.map(\.id) == [output.id])
    let source = try #require(output.asset)
    #expect(try workspace.lineage(of: try #require(edit.asset)).map(\.source).contains(source))
    await workspace.close(in: place)
  }

  @Test func aPictureGoesWithWhatWasMadeOfItAndItsHistoryStays() async throws {
    let (place, workspace, output, edit) = try await edited()
    let (first, second) = (try #require(output.asset), try #require(edit.asset))
    let path = try workspace.objectPath(of: first)
    try await trash([output, edit], in: workspace)

    let counted = try await workspace.emptyTrash(isDry: true)
    #expect(CacheFile.exists(path))
    let emptied = try await workspace.emptyTrash()

    #expect(emptied == counted)
    #expect(emptied.nodeCount == 2)
    // The cut-out was only made for the picture.
    #expect(emptied.pictureCount == 3)
    #expect(emptied.byteCount > 0)
    #expect(!CacheFile.exists(path))
    for id in [first, second] {
      #expect(throws: WorkspaceError.noSuchAsset(id: id.hex)) { try workspace.asset(id) }
    }
    // The photo is the user's.
    #expect(place.objects.count == 1)
    #expect(try workspace.store.edgeCount(target: second) == 1)
    #expect(try workspace.jobs().map(\.outputs) == [[], []])
    #expect(try workspace.plan(GenerateOrder("bottle.kraf", shots: ["hero"], key: "p")).jobs.map(\.action) == [.add])
    await workspace.close(in: place)
  }

  @Test func aPictureThatIsMadeAgainIsBack() async throws {
    let (place, workspace, output, edit) = try await edited()
    try await trash([output, edit], in: workspace)
    _ = try await workspace.emptyTrash()

    let job = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "again"))[0]

    #expect(job.outputs == [try #require(output.asset)])
    #expect(CacheFile.exists(try workspace.objectPath(of: job.outputs[0])))
    #expect(try workspace.canvas().map(\.asset) == [output.asset])
    await workspace.close(in: place)
  }

  @Test func anAcceptedPictureStays() async throws {
    let (place, workspace, output, edit) = try await edited()
    try await workspace.judge(try #require(edit.asset), .accepted)
    try await trash([output, edit], in: workspace)

    let emptied = try await workspace.emptyTrash()

    #expect(emptied.pictureCount == 0)
    #expect(try workspace.asset(try #require(edit.asset)).kind == .output)
    await workspace.close(in: place)
  }

  @Test func onlyWhatLayThereLongEnoughGoes() async throws {
    let (place, workspace, output, edit) = try await edited()
    try await trash([output, edit], in: workspace)

    let emptied = try await workspace.emptyTrash(olderThan: .seconds(3600))

    #expect(emptied.nodeCount == 0)
    #expect(try workspace.canvasPicture(trashed: true).nodes.count == 2)
    await workspace.close(in: place)
  }

  @Test func aRestoredPictureIsWhereItWas() async throws {
    let (place, workspace, output, _) = try await edited()
    try await trash([output], in: workspace)
    let clock = try workspace.canvasPicture().clock

    try await workspace.changeCanvas([.restore(output.id)], base: clock, by: "a")

    #expect(try workspace.canvasNodes([output.id])[0].state == output.state)
    await workspace.close(in: place)
  }

  @Test func aFileThatNothingKnowsGoesButNotOneThatIsNew() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    let asset = try await workspace.importAsset("a.png")
    let fresh = try workspace.objects.put([1, 2, 3], format: .png)
    try place.write("left over", to: ".kraf/objects/ab/\(String(repeating: "c", count: 62)).png")

    let emptied = try await workspace.emptyTrash()

    #expect(emptied.byteCount == 9)
    #expect(Set(place.objects) == Set([asset.id, fresh].map { $0.hex.dropFirst(2) + ".png" }))
    await workspace.close()
  }

  /// The rule against its definition, on graphs drawn by chance: what goes is trashed or lies between, is not held, and
  /// nothing that stays was made from it.
  @Test func nothingThatAnEdgeNeedsEverGoes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let count = Int.random(in: 1...12, using: &random)
      var items: [Int: Garbage.Item] = [:]
      for name in 0..<count {
        let kind = Int.random(in: 0..<4, using: &random)
        items[name] = Garbage.Item(isTrashed: kind == 0, isHeld: kind == 1, isBetween: kind == 2)
      }
      let edges = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        (source: Int.random(in: 0..<count, using: &random), target: Int.random(in: 0..<count, using: &random))
      }

      let gone = Garbage.names(items, made: edges)

      #expect(edges.allSatisfy { !gone.contains($0.source) || gone.contains($0.target) })
      #expect(gone.allSatisfy { items[$0]?.isHeld == false && items[$0]?.isTrashed != items[$0]?.isBetween })
      // What was thrown away and has no descendants that stay does go.
      for (name, item) in items where item.isTrashed && !edges.contains(where: { $0.source == name }) {
        #expect(gone.contains(name))
      }
    }
  }
}
