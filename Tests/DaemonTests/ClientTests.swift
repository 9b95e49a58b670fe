import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct ClientTests {
  @Test func callsAndHandsNotificationsOver() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()

    let (result, clocks) = try await talk(to: daemon) { (client) throws(Client.Failure) in
      _ = try client.call("kraf/hello")
      var clocks: [Int?] = []
      let result = try client.call("test/tell", ["count": 3, "bytes": 1]) { method, params in
        if method == "kraf/event" { clocks.append(params["clock"]?.intValue) }
      }
      return (result, clocks)
    }

    #expect(result == .null)
    #expect(clocks == [0, 1, 2])
  }

  @Test func tellsWhyItWasRefused() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()

    let failure = await failure(of: daemon) { (client) throws(Client.Failure) in _ = try client.call("test/read") }

    #expect(failure == .refused(.notInitialized))
  }

  @Test func givesUpWhenItsPatienceIsOver() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()

    let failure = await failure(of: daemon) { (client) throws(Client.Failure) in
      _ = try client.call("kraf/hello")
      _ = try client.call("test/hold", patience: .milliseconds(20))
    }

    #expect(failure == .timedOut)
  }

  @Test func noticesThatTheDaemonLeft() async throws {
    let daemon = try TestDaemon(sessions: .init(endPatience: .zero))
    try daemon.listen()

    let failure = await failure(of: daemon) { (client) throws(Client.Failure) in
      _ = try client.call("kraf/hello")
      daemon.server.leave(.now)
      _ = try client.notification()
    }

    #expect(failure == .disconnected)
  }

  private func talk<Result: Sendable>(
    to daemon: TestDaemon, _ body: @escaping @Sendable (inout Client) throws(Client.Failure) -> Result
  ) async throws -> Result {
    let socket = try daemon.launcher().find()
    return try await onThread {
      var client = Client(socket)
      return Swift.Result { try body(&client) }
    }.get()
  }

  private func failure(
    of daemon: TestDaemon, _ body: @escaping @Sendable (inout Client) throws(Client.Failure) -> Void
  ) async -> Client.Failure? {
    do {
      try await talk(to: daemon, body)
      return nil
    } catch {
      return error as? Client.Failure
    }
  }
}
