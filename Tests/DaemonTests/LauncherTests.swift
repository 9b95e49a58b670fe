import Glibc
import Platform
import TestSupport
import Testing

@testable import Daemon

@Suite struct LauncherTests {
  @Test func findsTheDaemonThatRuns() async throws {
    let daemon = try TestDaemon()
    try daemon.listen()

    let socket = try daemon.launcher().findOrStart()

    try await TestClient(input: socket, output: socket).request("kraf/hello")
  }

  @Test func ofEightClientsAtOnceOneStartsTheDaemonAndAllAreServed() async throws {
    let daemon = try TestDaemon()
    let (instance, server) = (daemon.instance, daemon.server)
    // The program that is started stands for the daemon; this process serves as soon as it was started.
    let launcher = daemon.launcher(
      script: "echo x >> \(instance.folder)/starts; while ! [ -S \(instance.socket) ]; do sleep 0.01; done;"
        + " echo ready \(instance.socket) >&3")
    try WorkThread.start("daemon") {
      while access(instance.folder + "/starts", F_OK) != 0 { usleep(1000) }
      try? server.run(instance)
    }.detach()

    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { await onThread { (try? launcher.findOrStart()) != nil } } }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }

    #expect(outcomes == Array(repeating: true, count: 8))
    #expect(try FileReader.bytes(of: instance.folder + "/starts", maxBytes: 100) == Array("x\n".utf8))
  }

  @Test func tellsNoDaemonFromADeadOne() throws {
    let daemon = try TestDaemon()
    let launcher = daemon.launcher()
    #expect(throws: LaunchError.noDaemon(socket: daemon.instance.socket)) { try launcher.find() }

    try PrivateFolder.make(daemon.instance.folder)
    #expect(throws: LaunchError.noDaemon(socket: daemon.instance.socket)) { try launcher.find() }

    do { _ = try UnixListener.listen(at: daemon.instance.socket) }
    #expect(throws: LaunchError.refused(socket: daemon.instance.socket)) { try launcher.find() }
  }

  @Test func aFolderThatIsNotPrivateIsRefusedBeforeAnythingStarts() throws {
    let daemon = try TestDaemon()
    mkdir(daemon.instance.folder, 0o700)
    chmod(daemon.instance.folder, 0o770)

    #expect(throws: LaunchError.folderOpenToOthers(path: daemon.instance.folder, mode: 0o770)) {
      try daemon.launcher(script: "echo started").findOrStart()
    }
    #expect(try daemon.names() == [])
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let instance = try #require(Instance(folder: "/sys/krafd-no-such-folder"))

    #expect(throws: LaunchError.folderNotWritable(path: "/sys/krafd-no-such-folder")) {
      try Launcher(instance: instance, program: "/bin/true", arguments: []).findOrStart()
    }
  }

  @Test func aDaemonThatSaysWhyItFailedIsQuoted() throws {
    let daemon = try TestDaemon()

    #expect(throws: LaunchError.startFailed(reason: "no luck today", log: daemon.instance.log)) {
      try daemon.launcher(script: "echo failed no luck today >&3").findOrStart()
    }
  }

  @Test func aDaemonThatDiesSilentlyIsToldFromItsLog() throws {
    let daemon = try TestDaemon()

    #expect(throws: LaunchError.startFailed(reason: "it ended before it was ready", log: daemon.instance.log)) {
      try daemon.launcher(script: "echo crashed >&2; exit 1").findOrStart()
    }
    #expect(try FileReader.bytes(of: daemon.instance.log, maxBytes: 100) == Array("crashed\n".utf8))
  }

  @Test func aDaemonThatHangsIsNotWaitedForLonger() throws {
    let daemon = try TestDaemon()

    #expect(throws: LaunchError.startTimedOut(log: daemon.instance.log)) {
      try daemon.launcher(script: "sleep 5", patience: .milliseconds(50)).findOrStart()
    }
  }

  @Test func aProgramThatIsMissingIsNamed() throws {
    let daemon = try TestDaemon()
    let launcher = Launcher(instance: daemon.instance, program: "/no/krafd", arguments: [])

    #expect {
      try launcher.findOrStart()
    } throws: { error in
      "\(error)" == "krafd could not start: /no/krafd does not exist; its log is \(daemon.instance.log)"
    }
  }

  @Test func keysOfTheClientAreNotInherited() {
    let given = ["HOME=/h", "PATH=/bin", "LC_ALL=C", "XDG_CONFIG_HOME=/c", "OPENAI_API_KEY=secret", "SECRET=1"]

    #expect(given.filter(Launcher.mayBeInherited) == ["HOME=/h", "PATH=/bin", "LC_ALL=C", "XDG_CONFIG_HOME=/c"])
  }

  @Test func theModelOfTheUserIsInherited() { #expect(Launcher.mayBeInherited("KRAFD_CUTOUT_MODEL=/m.json")) }
}

/// Runs blocking work on a thread of its own, so that the cooperative pool stays free for the daemon under test.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    do {
      try WorkThread.start("blocking") { continuation.resume(returning: work()) }.detach()
    } catch {
      continuation.resume(returning: work())
    }
  }
}
