import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct SlowClientTests {
  private let impatient = Session.Settings(
    outbox: .init(maxBytes: 50_000, maxMessages: 1000), stallPatience: .milliseconds(100))

  @Test func aClientThatWritesAndNeverReadsIsEndedAndDelaysNobody() async throws {
    let daemon = try TestDaemon(sessions: impatient)
    let (socket, exitCode) = try daemon.socketWithExitCode()
    let other = try await daemon.openClient()

    // The writer stops when krafd stops reading, and sees the end when krafd gives the client up.
    let flood = Frame.encode(RPCMessage.request(id: .string("x"), method: "no/such/method", params: nil).encoded())
    let writer = try WorkThread.start("flood") {
      while (try? socket.writeAll(flood, path: "krafd")) != nil {}
    }
    for number in 0..<100 { #expect(try await other.request(TestMethods.Echo(number: number)).number == number) }

    #expect(await exitCode.value == 1)
    writer.join()
    try await other.request(TestMethods.Echo(number: 1))
    #expect(daemon.server.sessionCount == 1)
  }

  @Test func aClientThatReadsLateIsToldOfEveryGapByAReset() async throws {
    var patient = impatient
    patient.stallPatience = .seconds(60)
    let daemon = try TestDaemon(sessions: patient)
    let (socket, _) = try daemon.socketWithExitCode()
    for message in [
      RPCMessage.request(id: .string("a"), method: "kraf/hello", params: nil),
      .request(id: .string("b"), method: "test/tell", params: ["count": 2000, "bytes": 1000]),
    ] {
      try socket.writeAll(Frame.encode(message.encoded()), path: "krafd")
    }
    await daemon.stage.arrivals(1)

    let client = try TestClient(input: socket, output: socket)

    try await client.notification("kraf/event") { $0["clock"] == 1999 }
    #expect(try await client.answer(to: .string("b")) == .success(.null))
    let events = client.received.compactMap { message -> JSONValue? in
      if case .notification("kraf/event", let params) = message { params } else { nil }
    }
    #expect(events.count < 2000)
    let told = events.map { (clock: $0["clock"]?.intValue ?? -1, isReset: $0["reset"] == true) }
    #expect(told.last?.clock == 1999)
    // Nothing is left out without a reset: what was written before it went out goes on after it.
    for (before, next) in zip(told, told.dropFirst()) {
      #expect(next.isReset ? next.clock > before.clock : next.clock == before.clock + 1)
    }
  }

  @Test func anAnswerLargerThanTheOutboxStillArrives() async throws {
    let daemon = try TestDaemon(sessions: impatient)
    let client = try await daemon.openClient()
    let text = String(repeating: "ü", count: 500_000)

    try await client.request("test/append", ["text": .string(text)])

    #expect(try await client.request("test/read") == [.string(text)])
  }

  @Test func standardStreamsAreServedAsSocketsAre() async throws {
    let daemon = try TestDaemon()
    let (input, toKrafd) = try Descriptor.pipe()
    let (fromKrafd, output) = try Descriptor.pipe()
    let exitCode = try daemon.serve(input: input, output: output)
    let client = try TestClient(input: fromKrafd, output: toKrafd)
    let text = String(repeating: "x", count: 300_000)

    try await client.request("initialize")
    try await client.request("test/append", ["text": .string(text)])
    #expect(try await client.request("test/read") == [.string(text)])
    try await client.request("shutdown")
    try client.notify("exit")

    #expect(await exitCode.value == 0)
    #expect(client.brokenPromises() == [])
  }

  @Test func aClientWithTooManyUnfinishedCallsIsReadFromLater() async throws {
    let daemon = try TestDaemon(sessions: .init(maxCalls: 3))
    let client = try await daemon.openClient()
    let ids = try (0..<10).map { _ in try client.begin("test/hold") }
    await daemon.stage.arrivals(3)

    daemon.stage.release()

    for id in ids { #expect(try await client.answer(to: id) == .success("held")) }
  }
}
