import Glibc
import Platform
import TestSupport
import Testing

@Suite struct UnixSocketTests {
  @Test func carriesBytesBothWays() throws {
    let folder = try TemporaryFolder()
    let listener = try UnixListener.listen(at: folder / "s.sock")
    let client = try UnixSocket.connect(to: folder / "s.sock")
    let server = try #require(try listener.accept())

    try client.writeAll(Array("ping".utf8), path: "client")
    try server.writeAll(Array("pong".utf8), path: "server")

    #expect(try read(4, from: server) == Array("ping".utf8))
    #expect(try read(4, from: client) == Array("pong".utf8))
  }

  @Test func isClosedToOthersFromItsFirstMoment() throws {
    let folder = try TemporaryFolder()
    let listener = try UnixListener.listen(at: folder / "s.sock")

    #expect(folder.mode(of: "s.sock") == 0o600)
    #expect(try folder.names() == ["s.sock"])
    withExtendedLifetime(listener) {}
  }

  @Test func replacesTheFileThatADeadListenerLeft() throws {
    let folder = try TemporaryFolder()
    do { _ = try UnixListener.listen(at: folder / "s.sock") }
    #expect(throws: PlatformError.refused(path: folder / "s.sock")) { try UnixSocket.connect(to: folder / "s.sock") }

    let listener = try UnixListener.listen(at: folder / "s.sock")

    _ = try UnixSocket.connect(to: folder / "s.sock")
    withExtendedLifetime(listener) {}
  }

  @Test func tellsWhyItCannotConnect() throws {
    let folder = try TemporaryFolder()
    let long = folder / String(repeating: "x", count: 120)

    #expect(throws: PlatformError.noSuchFile(path: folder / "none")) { try UnixSocket.connect(to: folder / "none") }
    #expect(throws: PlatformError.pathTooLong(path: long, maxBytes: 107)) { try UnixSocket.connect(to: long) }
    #expect(throws: PlatformError.pathTooLong(path: long, maxBytes: 107)) { try UnixListener.listen(at: long) }
  }

  @Test func aPathOfExactlyTheLimitWorks() throws {
    let folder = try TemporaryFolder()
    let path = folder / String(repeating: "x", count: 107 - folder.path.utf8.count - 1)
    let listener = try UnixListener.listen(at: path)

    _ = try UnixSocket.connect(to: path)
    withExtendedLifetime(listener) {}
  }

  @Test func hangingUpWakesAThreadThatReads() throws {
    let (near, far) = try UnixSocket.pair()
    let reader = try WorkThread.start("reader") { _ = try? read(1, from: near) }

    near.hangUp()

    reader.join()
    withExtendedLifetime(far) {}
  }
}

private func read(_ count: Int, from socket: Descriptor) throws -> [UInt8] {
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
  defer { buffer.deallocate() }
  let got = try socket.read(into: buffer, path: "test")
  return Array(buffer[..<got])
}
