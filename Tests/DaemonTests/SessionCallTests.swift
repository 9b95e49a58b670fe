import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct SessionCallTests {
  @Test func pipelinedShortRequestsAreAnsweredInOrder() async throws {
    let client = try await TestDaemon().openClient()

    let ids = try (0..<1000).map { try client.begin("test/echo", ["number": .integer($0)]) }

    for id in ids { _ = try await client.answer(to: id) }
    let numbers = client.received.compactMap { message -> Int? in
      if case .result(_, let result) = message { result["number"]?.intValue } else { nil }
    }
    #expect(numbers == Array(0..<1000))
    #expect(client.brokenPromises() == [])
  }

  @Test func aReadSeesExactlyTheWritesSentBeforeIt() async throws {
    let client = try await TestDaemon().openClient()
    var reads: [(RPCID, Int)] = []
    for number in 0..<50 {
      try client.begin("test/append", ["writes": "a", "text": "x"])
      reads.append((try client.begin("test/read", ["reads": "a"]), number + 1))
    }

    for (id, count) in reads {
      #expect(try await client.answer(to: id).get().arrayValue?.count == count)
    }
  }

  @Test func aLongCallDelaysNoOther() async throws {
    let daemon = try TestDaemon()
    let client = try await daemon.openClient()
    let held = try client.begin("test/hold", ["writes": "a"])
    await daemon.stage.arrivals(1)

    try await client.request("test/echo", ["number": 1])
    try await client.request("test/read", ["reads": "b"])

    daemon.stage.release()
    #expect(try await client.answer(to: held) == .success("held"))
    #expect(client.brokenPromises() == [])
  }

  @Test func aCancelledCallIsAnsweredOnce() async throws {
    let daemon = try TestDaemon()
    let client = try await daemon.openClient()
    let held = try client.begin("test/hold", ["reads": "a"])
    await daemon.stage.arrivals(1)

    try client.notify("$/cancelRequest", ["id": held.json])

    #expect(try await client.answer(to: held) == .failure(.cancelled))
    try await client.request("test/echo", ["number": 1])
    #expect(client.brokenPromises() == [])
  }

  @Test func aCallThatWaitsForItsTurnIsCancelledAtOnce() async throws {
    let daemon = try TestDaemon(stage: Stage(releasesOnCancel: false))
    let client = try await daemon.openClient()
    let first = try client.begin("test/hold", ["writes": "a"])
    let second = try client.begin("test/append", ["writes": "a", "text": "never"])
    let third = try client.begin("test/read", ["reads": "a"])

    try client.notify("$/cancelRequest", ["id": second.json])

    #expect(try await client.answer(to: second) == .failure(.cancelled))
    daemon.stage.release()
    #expect(try await client.answer(to: first) == .success("held"))
    #expect(try await client.answer(to: third) == .success([]))
    #expect(client.brokenPromises() == [])
  }

  @Test func aCancelledWriteTellsWhatItDid() async throws {
    let daemon = try TestDaemon(stage: Stage(releasesOnCancel: false))
    let client = try await daemon.openClient()
    let write = try client.begin("test/stubborn", ["writes": "a"])
    await daemon.stage.arrivals(1)

    try client.notify("$/cancelRequest", ["id": write.json])
    try await client.request("test/echo", ["number": 1])
    daemon.stage.release()

    #expect(try await client.answer(to: write) == .success("done all the same"))
    #expect(client.brokenPromises() == [])
  }

  @Test(arguments: [RPCID.integer(-5), .integer(9_007_199_254_740_993), .string("nine"), .string("")])
  func idsComeBackExactlyAndOneInFlightIsRefused(id: RPCID) async throws {
    let daemon = try TestDaemon()
    let client = try await daemon.openClient()
    try client.begin("test/hold", id: id)
    await daemon.stage.arrivals(1)

    try client.begin("test/echo", ["number": 1], id: id)

    guard case .failure(let error) = try await client.answer(to: id) else { throw client.failure("not refused") }
    #expect(error.code == -32600)
    daemon.stage.release()
  }

  @Test func askingTheClientWaitsForItsAnswer() async throws {
    let client = try await TestDaemon().openClient()
    let asking = try client.begin("test/ask", ["color": "red"])

    let params = try await client.answerRequest("client/answer", with: ["yes": true])

    #expect(params == ["color": "red"])
    #expect(try await client.answer(to: asking) == .success(["yes": true]))
  }

  @Test func aSessionRemembersItsOwnValuesOnly() async throws {
    let daemon = try TestDaemon()
    let one = try await daemon.openClient()
    let other = try await daemon.openClient()

    #expect(try await one.request("test/remember", ["text": "a"]) == .null)
    #expect(try await one.request("test/remember", ["text": "b"]) == "a")
    #expect(try await other.request("test/remember", ["text": "c"]) == .null)
  }

  @Test func aClientThatVanishesEndsItsCallsAndRunsTheHooks() async throws {
    let daemon = try TestDaemon()
    let (client, exitCode) = try daemon.clientWithExitCode()
    try await client.request("initialize")
    try await client.request("test/onEnd", ["text": "first"])
    try await client.request("test/onEnd", ["text": "taken back", "forgets": true])
    try await client.request("test/onEnd", ["text": "second"])
    try client.begin("test/hold", ["writes": "a"])
    await daemon.stage.arrivals(1)

    client.vanish()

    #expect(await exitCode.value == 1)
    #expect(daemon.stage.texts == ["first", "second"])
    #expect(daemon.server.sessionCount == 0)
  }
}
