import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/canvas/*` and `kraf/trash/empty`, as several editors use them at once.
@Suite struct CanvasMethodTests {
  private func canvas() async throws -> (Shop, TestClient, CanvasGet.Reply) {
    let shop = try Shop()
    let client = try await shop.worker()
    _ = try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "k"))
    return (shop, client, try await client.request(CanvasGet()))
  }

  @Test func aNoteIsAddedFoundTakenBackAndDoneAgain() async throws {
    let (shop, client, canvas) = try await canvas()

    let note = CanvasChange(action: .add, kind: .note, text: "ask for a warmer light", tags: ["todo"], x: 12, y: -3)
    let outcome = try await client.request(CanvasApply(baseClock: canvas.clock, changes: [note]))

    let node = try #require(outcome.nodes.first)
    #expect(outcome.added == [node.node])
    #expect(node.kind == .note)
    #expect([node.text, node.tags[0]] == ["ask for a warmer light", "todo"])
    #expect([node.x, node.y] == [12, -3])
    #expect(try await client.request(CanvasSearch(query: "warm")).nodes == [node])
    _ = try await client.request(CanvasUndo())
    #expect(try await client.request(CanvasGet()).nodes == canvas.nodes)
    #expect(try await client.request(CanvasGet(trashed: true)).nodes == [node])
    _ = try await client.request(CanvasRedo())
    #expect(try await client.request(CanvasGet(nodes: [node.node, "999"])).nodes == [node])
    #expect(client.brokenPromises() == [])
    withExtendedLifetime(shop) {}
  }

  @Test func whoLosesARaceIsToldWhatTheNodeIsNow() async throws {
    let (shop, first, canvas) = try await canvas()
    let second = try await shop.worker()
    let node = try #require(canvas.nodes.last)
    let move = CanvasChange(action: .set, node: node.node, x: 50, y: 60)
    let outcome = try await first.request(CanvasApply(baseClock: canvas.clock, changes: [move]))

    let rename = CanvasChange(action: .set, node: node.node, title: "the best")
    let error = try await second.refusal(of: CanvasApply(baseClock: canvas.clock, changes: [rename]))

    #expect(error.code == RPCErrorCode.contentModified)
    #expect(error.reason == "contentModified")
    #expect(error.data["clock"] == outcome.clock.json)
    #expect(error.data["nodes"] == outcome.nodes.json)
    let again = try await second.request(CanvasApply(baseClock: outcome.clock, changes: [rename]))
    #expect(again.nodes.map(\.title) == ["the best"])
    #expect(again.nodes.map(\.x) == [50])
    withExtendedLifetime(shop) {}
  }

  @Test func everySubscriberIsToldOfAChange() async throws {
    let (shop, first, canvas) = try await canvas()
    let second = try await shop.worker()
    try await second.request(KrafSubscribe(topics: ["canvas"]))
    let node = try #require(canvas.nodes.last)

    let move = CanvasChange(action: .set, node: node.node, x: 50, y: 60)
    let outcome = try await first.request(CanvasApply(baseClock: canvas.clock, changes: [move]))

    let event = try KrafEvent(json: try await second.notification(KrafEvent.method))
    #expect(event.clock == outcome.clock)
    #expect(event.changes == [EventChange(topic: "canvas", action: .changed, id: node.node)])
    withExtendedLifetime(shop) {}
  }

  @Test func aSessionTakesBackOnlyItsOwn() async throws {
    let (shop, first, canvas) = try await canvas()
    let second = try await shop.worker()
    let node = try #require(canvas.nodes.last)
    let move = CanvasChange(action: .set, node: node.node, x: 50, y: 60)
    _ = try await first.request(CanvasApply(baseClock: canvas.clock, changes: [move]))

    #expect(try await second.refusal(of: CanvasUndo()).reason == "nothingToUndo")
    #expect(try await first.request(CanvasUndo()).nodes == [node])
    withExtendedLifetime(shop) {}
  }

  @Test(arguments: [
    (CanvasChange(action: .set, x: 1), "badCanvasChange"),
    (CanvasChange(action: .trash, node: "one"), "noSuchNode"),
    (CanvasChange(action: .trash, node: "01"), "noSuchNode"),
    (CanvasChange(action: .trash, node: "12345"), "noSuchNode"),
    (CanvasChange(action: .add, kind: .output), "badCanvasChange"),
    (CanvasChange(action: .add, kind: .group), "badCanvasChange"),
    (CanvasChange(action: .add, kind: .group, nodes: []), "badCanvasChange"),
    (CanvasChange(action: .add, kind: .reference, asset: String(repeating: "a", count: 64)), "noSuchAsset"),
    (CanvasChange(action: .add, kind: .note, text: String(repeating: "x", count: 20_001)), "badCanvasChange"),
    (CanvasChange(action: .add, kind: .note, group: "3"), "badCanvasChange"),
  ])
  func badChangesAreRefusedWithWhatIsAllowed(change: CanvasChange, reason: String) async throws {
    let (shop, client, canvas) = try await canvas()

    let error = try await client.refusal(of: CanvasApply(baseClock: canvas.clock, changes: [change]))

    #expect(error.code == RPCErrorCode.failed)
    #expect(error.reason == reason)
    #expect(try await client.request(CanvasGet()) == canvas)
    withExtendedLifetime(shop) {}
  }

  @Test func theTrashIsCountedBeforeItIsEmptied() async throws {
    let (shop, client, canvas) = try await canvas()
    let output = try #require(canvas.nodes.last)
    let trash = CanvasChange(action: .trash, node: output.node)
    _ = try await client.request(CanvasApply(baseClock: canvas.clock, changes: [trash]))

    #expect(try await client.request(TrashEmpty(olderThanDays: 1)).nodes == 0)
    #expect(try await client.request(TrashEmpty(dryRun: true)).pictures == 2)
    #expect(try await client.request(CanvasGet(trashed: true)).nodes.count == 1)
    let emptied = try await client.request(TrashEmpty())
    #expect(emptied.nodes == 1)
    #expect(emptied.byteCount > 0)
    #expect(try await client.request(CanvasGet(trashed: true)).nodes == [])
    #expect(try await client.refusal(of: AssetGet(asset: output.asset ?? "")).reason == "noSuchAsset")
    withExtendedLifetime(shop) {}
  }

  @Test func aVerdictIsShownOnTheCanvas() async throws {
    let (shop, client, canvas) = try await canvas()
    let output = try #require(canvas.nodes.last?.asset)

    _ = try await client.request(KrafAccept(asset: output))

    #expect(try await client.request(CanvasGet()).nodes.map(\.verdict) == [nil, nil, nil, "accepted"])
    withExtendedLifetime(shop) {}
  }
}
