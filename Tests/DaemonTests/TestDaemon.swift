import Logging
import Platform
import TestSupport
import Testing

@testable import Daemon

/// A daemon with the test methods, serving clients over socket pairs or over a real socket in a folder of its own.
final class TestDaemon: Sendable {
  let stage: Stage
  let server: Server
  private let folder: TemporaryFolder
  let instance: Instance

  init(
    stage: Stage = Stage(), sessions: Session.Settings = Session.Settings(), idlePatience: Duration = .seconds(600),
    isBusy: @escaping @Sendable () -> Bool = { false }
  ) throws {
    Signals.ignoreBrokenPipes()
    self.stage = stage
    folder = try TemporaryFolder()
    instance = try #require(Instance(folder: folder / "run"))
    let settings = Server.Settings(
      build: "test", log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, idlePatience: idlePatience,
      isBusy: isBusy, routes: { _ in TestMethods.routes(stage) })
    server = try Server(settings, sessions: sessions)
  }

  /// A client whose session runs on a thread of this process.
  func client() throws -> TestClient {
    try clientWithExitCode().0
  }

  /// A client and, once its session has ended, the exit code for its parent.
  func clientWithExitCode() throws -> (TestClient, Task<Int32?, Never>) {
    let (socket, exitCode) = try socketWithExitCode()
    return (try TestClient(input: socket, output: socket), exitCode)
  }

  /// The bare socket of a client that a test may read from or not.
  func socketWithExitCode() throws -> (Descriptor, Task<Int32?, Never>) {
    let (near, far) = try UnixSocket.pair()
    return (near, try serve(input: far, output: far))
  }

  /// Serves a session on a thread of its own.
  func serve(input: Descriptor, output: Descriptor) throws -> Task<Int32?, Never> {
    let (codes, continuation) = AsyncStream.makeStream(of: Int32.self)
    let server = server
    try WorkThread.start("test session") {
      if let code = try? server.serve(input: input, output: output) { continuation.yield(code) }
      output.hangUp()
      continuation.finish()
    }.detach()
    return Task { await codes.first { _ in true } }
  }

  /// A client that has opened its session.
  func openClient() async throws -> TestClient {
    let client = try client()
    try await client.request("initialize")
    return client
  }

  /// Serves the instance's socket on a thread of its own; answers when it listens. The task ends when the daemon left.
  @discardableResult
  func listen() throws -> Task<Void, Never> {
    let (reading, writing) = try Descriptor.pipe()
    let (ends, continuation) = AsyncStream.makeStream(of: Void.self)
    let (server, instance) = (server, instance)
    try WorkThread.start("test daemon") {
      try? server.run(instance, ready: writing)
      continuation.finish()
    }.detach()
    let line = ReadyPipe.wait(for: reading, until: MonotonicClock.system.now + .seconds(10), .system)
    #expect(line == .ready(socket: instance.socket))
    return Task { for await _ in ends {} }
  }

  /// The names in the instance's folder.
  func names() throws -> [String] { try folder.names(in: "run") }

  /// A launcher for the instance; what it starts is a shell script that stands for the daemon.
  func launcher(script: String = "exit 1", patience: Duration = .seconds(20)) -> Launcher {
    Launcher(
      instance: instance, program: "/bin/sh", arguments: ["-c", script], environment: ["PATH=/usr/bin:/bin"],
      patience: patience)
  }

  deinit {
    stage.release()
    server.leave(.now)
  }
}
