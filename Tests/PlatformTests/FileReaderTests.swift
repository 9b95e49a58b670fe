import Glibc
import Platform
import TestSupport
import Testing

@Suite struct FileReaderTests {
  @Test(arguments: [0, 1, 4096, 1 << 20, (1 << 20) + 1, 2_100_000])
  func readsEveryByte(size: Int) throws {
    let folder = try TemporaryFolder()
    var bytes = [UInt8](repeating: 7, count: size)
    for place in stride(from: 0, to: size, by: 4093) { bytes[place] = UInt8(truncatingIfNeeded: place) }
    try AtomicFile.write(bytes, to: folder / "file")

    #expect(try FileReader.bytes(of: folder / "file", maxBytes: size) == bytes)
  }

  @Test func refusesOneByteTooMany() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1, 2, 3], to: folder / "file")

    #expect(throws: PlatformError.tooLarge(path: folder / "file", maxBytes: 2)) {
      try FileReader.bytes(of: folder / "file", maxBytes: 2)
    }
  }

  @Test func refusesFoldersDevicesAndPipesWithoutWaiting() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder / "pipe", 0o600)

    #expect(throws: PlatformError.isFolder(path: folder.path)) {
      try FileReader.bytes(of: folder.path, maxBytes: 9)
    }
    #expect(throws: PlatformError.wrongKind(path: folder / "pipe")) {
      try FileReader.bytes(of: folder / "pipe", maxBytes: 9)
    }
    #expect(throws: PlatformError.wrongKind(path: "/dev/zero")) {
      try FileReader.bytes(of: "/dev/zero", maxBytes: 9)
    }
  }

  @Test func aFileWhoseSizeTheKernelDoesNotTellIsStillBounded() throws {
    #expect(throws: PlatformError.tooLarge(path: "/proc/self/maps", maxBytes: 10)) {
      try FileReader.bytes(of: "/proc/self/maps", maxBytes: 10)
    }
  }

  @Test func aPathWithANulIsNotCutShort() {
    #expect(throws: PlatformError.noSuchFile(path: "/etc/passwd\0.png")) {
      try FileReader.bytes(of: "/etc/passwd\0.png", maxBytes: 1 << 20)
    }
  }
}
