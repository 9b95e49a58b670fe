import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct BridgeTests {
  @Test func passesEverythingBothWaysAndEndsAsALanguageServer() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()
    let (client, exitCode) = try bridged(to: daemon)
    let text = String(repeating: "x", count: 200_000)

    try await client.request("initialize")
    try await client.request("test/append", ["text": .string(text)])
    #expect(try await client.request("test/read") == [.string(text)])
    try await client.request("shutdown")
    try client.notify("exit")

    #expect(await exitCode.value == 0)
    #expect(client.brokenPromises() == [])
  }

  @Test func exitWithoutShutdownIsAFailure() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()
    let (client, exitCode) = try bridged(to: daemon)
    try await client.request("initialize")

    try client.notify("exit")

    #expect(await exitCode.value == 1)
  }

  @Test func theEndOfInputEndsTheBridge() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()
    let (client, exitCode) = try bridged(to: daemon)
    try await client.request("initialize")

    client.endInput()

    #expect(await exitCode.value == 1)
  }

  @Test func aDaemonThatDiesEndsTheBridge() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()
    let (client, exitCode) = try bridged(to: daemon)
    try await client.request("initialize")

    daemon.server.leave(.now)

    #expect(await exitCode.value == 1)
  }

  @Test func anEditorThatNeverReadsDoesNotKeepTheBridgeForEver() async throws {
    let daemon = try TestDaemon(
      sessions: .init(outbox: .init(maxBytes: 50_000, maxMessages: 1000), stallPatience: .milliseconds(100)))
    try daemon.listen()
    let (socket, exitCode) = try bridgedSocket(to: daemon)
    let flood = Frame.encode(RPCMessage.request(id: .integer(1), method: "no/such/method", params: nil).encoded())

    let writer = try WorkThread.start("flood") { while (try? socket.writeAll(flood, path: "bridge")) != nil {} }

    #expect(await exitCode.value == 1)
    socket.hangUp()
    writer.join()
  }

  @Test func withoutADaemonTheFallbackServes() async throws {
    let daemon = try TestDaemon()
    let (near, far) = try UnixSocket.pair()
    let launcher = daemon.launcher()
    let exitCode = Task {
      await onThread {
        Bridge(input: far, output: far).run(connect: { () throws(LaunchError) in try launcher.find() }) { error in
          #expect(error == .noDaemon(socket: daemon.instance.socket))
          return (try? daemon.server.serve(input: far, output: far)) ?? -1
        }
      }
    }
    let client = try TestClient(input: near, output: near)

    try await client.request("initialize")
    try await client.request("shutdown")
    try client.notify("exit")

    #expect(await exitCode.value == 0)
  }

  private func bridged(to daemon: TestDaemon) throws -> (TestClient, Task<Int32, Never>) {
    let (socket, exitCode) = try bridgedSocket(to: daemon)
    return (try TestClient(input: socket, output: socket), exitCode)
  }

  private func bridgedSocket(to daemon: TestDaemon) throws -> (Descriptor, Task<Int32, Never>) {
    let (near, far) = try UnixSocket.pair()
    let launcher = daemon.launcher()
    let exitCode = Task {
      await onThread {
        Bridge(input: far, output: far).run(connect: { () throws(LaunchError) in try launcher.find() }) { _ in -1 }
      }
    }
    return (near, exitCode)
  }
}
