import Imaging
import Platform
import Testing

@testable import Workspace

/// What people do to the canvas, and how several of them do it at once.
@Suite struct CanvasTests {
  private func canvas() async throws -> (Place, Workspace) {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    _ = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    return (place, workspace)
  }

  private func note(_ text: String, x: Double? = nil, y: Double? = nil) -> CanvasChange {
    var fields = CanvasFields()
    (fields.x, fields.y) = (x, y)
    return .add(NewCanvasNode(.note(text), fields))
  }

  private func moved(_ node: Int64, x: Double, y: Double) -> CanvasChange {
    var fields = CanvasFields()
    (fields.x, fields.y) = (x, y)
    return .set(node, fields)
  }

  private func titled(_ node: Int64, _ title: String) -> CanvasChange {
    var fields = CanvasFields()
    fields.title = title
    return .set(node, fields)
  }

  @Test func theCanvasShowsHowPicturesCameAbout() async throws {
    let (place, workspace) = try await canvas()

    let canvas = try workspace.canvasPicture()

    #expect(
      canvas.nodes.map(\.kind)
        == [.product, .reference, .prompt, .output, .prompt, .output, .variation])
    #expect(
      canvas.nodes.map(\.state.title)
        == [
          "Bottle", "@front", "hero", "hero · pure-white", "detail-lid", "detail-lid · soft-gray-studio",
          "detail-lid · soft-gray-studio",
        ])
    #expect(canvas.nodes[2].state.text.contains("on white"))
    let names = canvas.edges.map { edge in
      let ends = [edge.source, edge.target].map { id in canvas.nodes.firstIndex { $0.id == id } ?? -1 }
      return "\(ends[0]) \(edge.operation) \(ends[1])"
    }
    #expect(
      Set(names) == [
        "0 reference 1", "1 prompt 2", "2 generate 3", "1 prompt 4", "4 generate 5", "4 generate 6",
      ])
    #expect(nothingOverlaps(canvas.nodes))
    await workspace.close(in: place)
  }

  @Test func aChangedPromptIsANewNodeAndTheOldOneKeepsItsPicture() async throws {
    let (place, workspace) = try await canvas()
    let before = try workspace.canvasPicture()

    try place.bottle(bottleText.replacing("on white", with: "on snow"))
    _ = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))

    let canvas = try workspace.canvasPicture()
    #expect(canvas.nodes.prefix(before.nodes.count).map(\.state) == before.nodes.map(\.state))
    #expect(canvas.nodes.dropFirst(before.nodes.count).map(\.kind) == [.prompt, .output])
    #expect(nothingOverlaps(canvas.nodes))
    await workspace.close(in: place)
  }

  @Test func anEditHangsOnItsPictureAndCoversNothing() async throws {
    let (place, workspace) = try await canvas()
    let output = try #require(try workspace.canvas().first)

    let order = EditOrder("resize", ["width": .integer(4)], of: .asset(try #require(output.asset)), key: "e")
    _ = try await workspace.wait(for: try await workspace.edit(order).id)

    let canvas = try workspace.canvasPicture()
    let edit = try #require(canvas.nodes.last)
    #expect(edit.kind == .edit)
    #expect(
      canvas.edges.filter { $0.target == edit.id } == [
        CanvasEdge(source: output.id, target: edit.id, operation: "resize")
      ])
    #expect(nothingOverlaps(canvas.nodes))
    await workspace.close(in: place)
  }

  @Test func changesAreMadeTogetherOrNotAtAll() async throws {
    let (place, workspace) = try await canvas()
    let before = try workspace.canvasPicture()

    await #expect(throws: WorkspaceError.noSuchNode(id: 999)) {
      try await workspace.changeCanvas([note("hello"), .trash(999)], base: before.clock, by: "a")
    }

    #expect(try workspace.canvasPicture().nodes == before.nodes)
    #expect(try workspace.canvasPicture().clock == before.clock)
    await #expect(throws: WorkspaceError.nothingToUndo) { try await workspace.undoCanvas(by: "a") }
    await workspace.close(in: place)
  }

  @Test func whoLooksTooEarlyLosesTheRaceOnlyForTheSameNode() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    let (first, second) = (canvas.nodes[3].id, canvas.nodes[5].id)

    try await workspace.changeCanvas([moved(first, x: 5, y: 6)], base: canvas.clock, by: "a")
    try await workspace.changeCanvas([moved(second, x: 7, y: 8)], base: canvas.clock, by: "b")

    await #expect(throws: WorkspaceError.canvasConflict(nodes: [first])) {
      try await workspace.changeCanvas([moved(first, x: 1, y: 1)], base: canvas.clock, by: "b")
    }
    #expect(try workspace.canvasNodes([first])[0].state.frame.x == 5)
    let seen = try workspace.canvasPicture().clock
    try await workspace.changeCanvas([moved(first, x: 1, y: 1)], base: seen, by: "b")
    #expect(try workspace.canvasNodes([first])[0].state.frame.x == 1)
    await workspace.close(in: place)
  }

  @Test func eachSessionTakesBackItsOwnSteps() async throws {
    let (place, workspace) = try await canvas()
    let start = try workspace.canvasPicture()
    let (first, second) = (start.nodes[3], start.nodes[5])
    try await workspace.changeCanvas([moved(first.id, x: 5, y: 6)], base: start.clock, by: "a")
    try await workspace.changeCanvas([moved(second.id, x: 7, y: 8)], base: start.clock, by: "b")
    let done = try workspace.canvasPicture()

    let undone = try await workspace.undoCanvas(by: "a")

    #expect(undone.nodes.map(\.id) == [first.id])
    #expect(try workspace.canvasNodes([first.id, second.id]).map(\.state) == [first.state, done.nodes[5].state])
    try await workspace.redoCanvas(by: "a")
    #expect(try workspace.canvasPicture().nodes.map(\.state) == done.nodes.map(\.state))
    await #expect(throws: WorkspaceError.nothingToUndo) { try await workspace.redoCanvas(by: "a") }
    await #expect(throws: WorkspaceError.nothingToUndo) { try await workspace.undoCanvas(by: "c") }
    await workspace.close(in: place)
  }

  @Test func aStepThatSomebodyElseBuiltOnIsNotTakenBackButTheOneBeforeIt() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    let (first, second) = (canvas.nodes[3], canvas.nodes[5])
    try await workspace.changeCanvas([moved(second.id, x: 1, y: 2)], base: canvas.clock, by: "a")
    try await workspace.changeCanvas([moved(first.id, x: 5, y: 6)], base: canvas.clock, by: "a")
    let clock = try workspace.canvasPicture().clock
    try await workspace.changeCanvas([moved(first.id, x: 50, y: 60)], base: clock, by: "b")

    await #expect(throws: WorkspaceError.canvasConflict(nodes: [first.id])) { try await workspace.undoCanvas(by: "a") }
    #expect(try workspace.canvasNodes([first.id])[0].state.frame.x == 50)

    try await workspace.undoCanvas(by: "a")
    #expect(try workspace.canvasNodes([second.id])[0].state == second.state)
    await workspace.close(in: place)
  }

  @Test func whatSomebodyElseSaidOfAnotherThingStaysWhenAStepIsTakenBack() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    let node = canvas.nodes[3]
    try await workspace.changeCanvas([moved(node.id, x: 5, y: 6)], base: canvas.clock, by: "a")
    let clock = try workspace.canvasPicture().clock
    try await workspace.changeCanvas([titled(node.id, "the best")], base: clock, by: "b")

    try await workspace.undoCanvas(by: "a")

    let state = try workspace.canvasNodes([node.id])[0].state
    #expect(state.title == "the best")
    #expect(state.frame == node.state.frame)
    await workspace.close(in: place)
  }

  @Test func anAddedNoteThatIsTakenBackLiesInTheTrash() async throws {
    let (place, workspace) = try await canvas()
    let clock = try workspace.canvasPicture().clock
    let added = try await workspace.changeCanvas([note("warmer, please")], base: clock, by: "a")

    try await workspace.undoCanvas(by: "a")

    #expect(try !workspace.canvasPicture().nodes.contains { $0.id == added.added[0] })
    #expect(try workspace.canvasPicture(trashed: true).nodes.map(\.state.text) == ["warmer, please"])
    try await workspace.redoCanvas(by: "a")
    #expect(try workspace.canvasPicture().nodes.last?.state.text == "warmer, please")
    await workspace.close(in: place)
  }

  @Test func aGroupTakesWhatLiesInItAlongAndLeavesItWhenItGoes() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    let members = canvas.nodes.suffix(2)
    let group = try await workspace.changeCanvas(
      [.add(NewCanvasNode(.group(members.map(\.id))))], base: canvas.clock, by: "a")
    let frame = try #require(group.nodes.last).state.frame

    let right = moved(group.added[0], x: frame.x + 100, y: frame.y - 50)
    let outcome = try await workspace.changeCanvas([right], base: group.clock, by: "a")

    for member in members {
      let now = try workspace.canvasNodes([member.id])[0].state
      #expect(now.frame == member.state.frame.moved(100, -50))
      #expect(now.group == group.added[0])
      #expect(frame.x < member.state.frame.x && frame.maxX > member.state.frame.maxX)
    }
    try await workspace.changeCanvas([.trash(group.added[0])], base: outcome.clock, by: "a")
    #expect(try workspace.canvasNodes(members.map(\.id)).map(\.state.group) == [nil, nil])
    for _ in 0..<3 { try await workspace.undoCanvas(by: "a") }
    #expect(try workspace.canvasNodes(members.map(\.id)).map(\.state) == members.map(\.state))
    await workspace.close(in: place)
  }

  @Test func arrangingIsOneStepThatCoversNothingAndGivesTheSamePlacesEachTime() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    let heap = canvas.nodes.map { moved($0.id, x: 0, y: 0) }
    let heaped = try await workspace.changeCanvas(heap, base: canvas.clock, by: "a")

    try await workspace.changeCanvas([.arrange(nil)], base: heaped.clock, by: "a")

    let arranged = try workspace.canvasPicture().nodes
    #expect(nothingOverlaps(arranged))
    try await workspace.changeCanvas([.arrange(nil)], base: heaped.clock, by: "a")
    #expect(try workspace.canvasPicture().nodes == arranged)
    try await workspace.undoCanvas(by: "a")
    #expect(try workspace.canvasPicture().nodes.allSatisfy { $0.state.frame.x == 0 && $0.state.frame.y == 0 })
    await workspace.close(in: place)
  }

  @Test(arguments: [
    ("the best\nof all", "a title is one line of at most 500 bytes"),
    (String(repeating: "x", count: 501), "a title is one line of at most 500 bytes"),
  ])
  func badTitlesAreRefused(title: String, sentence: String) async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()

    await #expect(throws: WorkspaceError.badCanvasChange(sentence)) {
      try await workspace.changeCanvas([titled(canvas.nodes[0].id, title)], base: canvas.clock, by: "a")
    }
    await workspace.close(in: place)
  }

  @Test func whatAPictureWasMadeFromCannotBeRewritten() async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()
    var fields = CanvasFields()
    fields.text = "something else"

    let error = await #expect(throws: WorkspaceError.self) {
      try await workspace.changeCanvas([.set(canvas.nodes[2].id, fields)], base: canvas.clock, by: "a")
    }
    guard case .badCanvasChange? = error else { return #expect(error == nil) }
    #expect(try workspace.canvasPicture().nodes == canvas.nodes)
    await workspace.close(in: place)
  }

  @Test(arguments: [Double.nan, .infinity, 1e9]) func noPlaceLiesOutsideOfTheCanvas(x: Double) async throws {
    let (place, workspace) = try await canvas()
    let canvas = try workspace.canvasPicture()

    await #expect(throws: WorkspaceError.badCanvasChange("x and y lie between -10 and 10 million")) {
      try await workspace.changeCanvas([moved(canvas.nodes[0].id, x: x, y: 0)], base: canvas.clock, by: "a")
    }
    await workspace.close(in: place)
  }

  @Test func wordsFindPromptsNotesAndTags() async throws {
    let (place, workspace) = try await canvas()
    let clock = try workspace.canvasPicture().clock
    var fields = CanvasFields()
    fields.tags = ["Fête"]
    try await workspace.changeCanvas(
      [.add(NewCanvasNode(.note("ask for a warmer light"), fields))], base: clock, by: "a")
    func kinds(_ query: String) throws -> Set<CanvasNode.Kind> { Set(try workspace.searchCanvas(query).map(\.kind)) }

    #expect(try kinds("close") == [.prompt])
    #expect(try kinds("warm LIGHT") == [.note])
    #expect(try kinds("fete") == [.note])
    #expect(try kinds("warmer nothing") == [])
    #expect(try kinds("") == [])
    #expect(try kinds("\"NEAR( * OR -light") == [])
    let note = try #require(try workspace.searchCanvas("warmer").first)
    let base = try workspace.canvasPicture().clock
    try await workspace.changeCanvas([.trash(note.id)], base: base, by: "a")
    #expect(try kinds("warmer") == [])
    await workspace.close(in: place)
  }

  @Test func historyAndCanvasOfAnOlderDatabaseAreKept() async throws {
    let place = try Place()
    try Store.makeOlderDatabase(in: place)

    let workspace = try await place.open()

    let canvas = try workspace.canvasPicture()
    #expect(canvas.nodes.map(\.kind) == [.output, .edit])
    #expect(canvas.nodes.map(\.state.title) == ["hero · hard-sun", "crop"])
    #expect(canvas.nodes.map(\.state.frame.width) == [320, 160])
    #expect(canvas.edges == [CanvasEdge(source: 1, target: 2, operation: "crop")])
    #expect(try workspace.searchCanvas("hero").map(\.id) == [1])
    await workspace.close()
  }

  private func nothingOverlaps(_ nodes: [CanvasNode]) -> Bool {
    let frames = nodes.filter { $0.kind != .group }.map(\.state.frame)
    return frames.indices.allSatisfy { a in
      frames.indices.dropFirst(a + 1).allSatisfy { b in
        let (first, second) = (frames[a], frames[b])
        return first.maxX <= second.x || second.maxX <= first.x || first.maxY <= second.y || second.maxY <= first.y
      }
    }
  }
}
