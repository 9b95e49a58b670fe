import Glibc
import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

@Suite struct ServerTests {
  @Test func servesClientsOnItsSocketAndCleansUpWhenItLeaves() async throws {
    let daemon = try TestDaemon()
    let left = try daemon.listen()
    let client = try TestClient(socket: daemon.instance.socket)
    try await client.request("kraf/hello")
    #expect(try daemon.names() == ["krafd.json", "krafd.lock", "krafd.sock"])

    daemon.server.leave(.now)

    await left.value
    try await client.end()
    #expect(try daemon.names() == ["krafd.lock"])
  }

  @Test func ofEightThatStartAtOnceExactlyOneServes() async throws {
    let daemons = try (0..<8).map { _ in try TestDaemon() }
    let instance = daemons[0].instance
    let (lines, continuation) = AsyncStream.makeStream(of: ReadyLine.self)
    for daemon in daemons {
      let (reading, writing) = try Descriptor.pipe()
      let server = daemon.server
      try WorkThread.start("daemon") { try? server.run(instance, ready: writing) }.detach()
      try WorkThread.start("ready") {
        let line = ReadyPipe.wait(for: reading, until: MonotonicClock.system.now + .seconds(20), .system)
        continuation.yield(line ?? .failed(reason: "late"))
      }.detach()
    }

    var told: [ReadyLine] = []
    for await line in lines.prefix(8) { told.append(line) }

    #expect(told.count { $0 == .ready(socket: instance.socket) } == 1)
    #expect(told.count { $0 == .alreadyServed(socket: instance.socket) } == 7)
  }

  @Test func whatADeadDaemonLeftDoesNotMatter() async throws {
    let daemon = try TestDaemon()
    try PrivateFolder.make(daemon.instance.folder)
    do { _ = try UnixListener.listen(at: daemon.instance.socket) }
    try AtomicFile.write(Array("4711".utf8), to: daemon.instance.lock)

    try daemon.listen()

    try await TestClient(socket: daemon.instance.socket).request("kraf/hello")
  }

  @Test func aFolderOpenToOthersIsRefused() throws {
    let daemon = try TestDaemon()
    mkdir(daemon.instance.folder, 0o700)
    chmod(daemon.instance.folder, 0o755)

    #expect(throws: PlatformError.openToOthers(path: daemon.instance.folder, mode: 0o755)) {
      try daemon.server.run(daemon.instance)
    }
  }

  @Test func leavesWhenNobodyNeedsItForLongEnough() async throws {
    let daemon = try TestDaemon(idlePatience: .milliseconds(20))

    await (try daemon.listen()).value

    #expect(throws: LaunchError.noDaemon(socket: daemon.instance.socket)) { try daemon.launcher().find() }
  }

  @Test func staysWhileThereIsWork() async throws {
    let isBusy = Monitor(true)
    let asked = Monitor(0)
    let daemon = try TestDaemon(idlePatience: .milliseconds(1)) {
      asked.withLock { $0 += 1 }
      asked.notify()
      return isBusy.withLock { $0 }
    }
    let left = try daemon.listen()
    _ = asked.wait { $0 > 0 }
    _ = try UnixSocket.connect(to: daemon.instance.socket)

    isBusy.withLock { $0 = false }

    await left.value
  }

  @Test func leavingWhenDoneLetsSessionsFinishAndTakesNoNewOnes() async throws {
    let daemon = try TestDaemon()
    let left = try daemon.listen()
    let client = try TestClient(socket: daemon.instance.socket)
    try await client.request("kraf/hello")

    daemon.server.leave(.whenDone)

    while (try? UnixSocket.connect(to: daemon.instance.socket)) != nil { await Task.yield() }
    #expect(try await client.request(TestMethods.Echo(number: 3)).number == 3)
    client.vanish()
    await left.value
  }

  @Test func leavingNowAnswersWhatIsUnfinished() async throws {
    let daemon = try TestDaemon(sessions: .init(endPatience: .milliseconds(10)))
    let left = try daemon.listen()
    let client = try TestClient(socket: daemon.instance.socket)
    try await client.request("kraf/hello")
    let held = try client.begin("test/hold")
    await daemon.stage.arrivals(1)

    daemon.server.leave(.now)

    #expect(try await client.answer(to: held) == .failure(.endedWithSession))
    await left.value
    #expect(client.brokenPromises() == [])
  }
}
