import Glibc
import Platform
import TestSupport
import Testing

@Suite struct FileLockTests {
  @Test func onlyOneHolds() throws {
    let folder = try TemporaryFolder()
    let held = try FileLock.take(folder / "lock")

    #expect(throws: PlatformError.locked(path: folder / "lock")) { try FileLock.take(folder / "lock") }

    withExtendedLifetime(held) {}
  }

  @Test func lettingGoLetsTheNextIn() throws {
    let folder = try TemporaryFolder()
    do { _ = try FileLock.take(folder / "lock") }

    _ = try FileLock.take(folder / "lock")
  }

  @Test func aFileThatADeadProcessLeftIsNoLock() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write(Array("4711\n".utf8), to: folder / "lock")

    _ = try FileLock.take(folder / "lock")
  }

  @Test func patienceEnds() throws {
    let folder = try TemporaryFolder()
    let held = try FileLock.take(folder / "lock")

    #expect(throws: PlatformError.locked(path: folder / "lock")) {
      try FileLock.take(folder / "lock", patience: .milliseconds(5))
    }

    withExtendedLifetime(held) {}
  }
}
