import Imaging
import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/subscribe`, `kraf/unsubscribe`, `kraf/sync` and the events.
@Suite struct EventMethodTests {
  @Test func whatHappensIsToldWithARisingClock() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let start = try await client.request(KrafSubscribe(topics: ["asset"]))

    let asset = try await client.request(AssetImport(path: shop.photo))

    let event = try KrafEvent(json: try await client.notification(KrafEvent.method))
    #expect(start == KrafSubscribe.Reply(clock: start.clock, reset: false, changes: []))
    #expect(event.workspace == shop.root)
    #expect(event.clock > start.clock)
    #expect(!event.reset)
    #expect(event.changes.map(\.topic) == ["asset"])
    #expect(event.changes.map(\.id) == [asset.asset])
    #expect(client.brokenPromises() == [])
  }

  @Test func onlyTheTopicsAskedForAreTold() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    try await client.request(KrafSubscribe(topics: ["canvas"]))

    _ = try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "k"))

    let event = try KrafEvent(json: try await client.notification(KrafEvent.method))
    #expect(Set(event.changes.map(\.topic)) == ["canvas"])
  }

  @Test func aReaderThatWasAwayGetsWhatItMissed() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let clock = try await client.request(KrafSync()).clock
    let asset = try await client.request(AssetImport(path: shop.photo))

    let reply = try await client.request(KrafSubscribe(topics: ["asset"], since: clock))

    #expect(reply.clock > clock)
    #expect(!reply.reset)
    #expect(reply.changes.map(\.id) == [asset.asset])
  }

  @Test(arguments: [-1, 1_000_000]) func aClockThatNobodyKnowsIsAReset(since: Int) async throws {
    let client = try await Shop().worker()

    let reply = try await client.request(KrafSubscribe(topics: ["asset"], since: since))

    #expect(reply.reset)
    #expect(reply.changes == [])
    #expect(reply.clock == (try await client.request(KrafSync()).clock))
  }

  @Test func aNewSubscriptionReplacesTheOldOne() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    try await client.request(KrafSubscribe(topics: ["asset"]))
    try await client.request(KrafSubscribe(topics: ["job"]))

    _ = try await client.made(KrafGenerate(path: shop.list, shots: ["hero"], key: "k"))

    let event = try KrafEvent(json: try await client.notification(KrafEvent.method))
    #expect(event.changes.map(\.topic) == ["job"])
  }

  @Test func afterUnsubscribingNothingIsTold() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    let other = try await shop.worker()
    try await client.request(KrafSubscribe(topics: ["asset"]))
    try await other.request(KrafSubscribe(topics: ["asset"]))
    try await client.request(KrafUnsubscribe())

    try await other.request(AssetImport(path: shop.photo))
    try await other.notification(KrafEvent.method)
    try await client.request(KrafSubscribe(topics: ["asset"]))
    let second = try shop.write(try ImageFile.encode(DrawnProduct.disc(side: 32).photo, as: .png), to: "second.png")
    let asset = try await client.request(AssetImport(path: second))

    let event = try KrafEvent(json: try await client.notification(KrafEvent.method))
    #expect(event.changes.map(\.id) == [asset.asset])
  }

  @Test func anUnknownTopicIsAnsweredWithTheKnownOnes() async throws {
    let error = try await Shop().worker().refusal(of: KrafSubscribe(topics: ["asset", "weather"]))

    #expect(error.reason == "badTopic")
    #expect(error.message == "No topic is named 'weather'; there are asset, canvas, job, product")
  }

  @Test func theClockOfABarrierIsNotBehindWhatWasDone() async throws {
    let shop = try Shop()
    let client = try await shop.worker()
    try await client.request(KrafSubscribe(topics: ["asset"]))
    try await client.request(AssetImport(path: shop.photo))

    let clock = try await client.request(KrafSync()).clock

    let event = try KrafEvent(json: try await client.notification(KrafEvent.method))
    #expect(event.clock <= clock)
  }
}
