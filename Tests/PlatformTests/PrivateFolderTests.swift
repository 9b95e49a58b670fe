import Glibc
import Platform
import TestSupport
import Testing

@Suite struct PrivateFolderTests {
  @Test func makesAFolderForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()

    try PrivateFolder.make(folder / "a/b")
    try PrivateFolder.make(folder / "a/b")

    #expect(folder.mode(of: "a/b") == 0o700)
  }

  @Test func refusesAFolderThatOthersCanEnterAndLeavesIt() throws {
    let folder = try TemporaryFolder()
    mkdir(folder / "run", 0o700)
    chmod(folder / "run", 0o750)

    #expect(throws: PlatformError.openToOthers(path: folder / "run", mode: 0o750)) {
      try PrivateFolder.make(folder / "run")
    }

    #expect(folder.mode(of: "run") == 0o750)
  }

  @Test func refusesALinkAndAFile() throws {
    let folder = try TemporaryFolder()
    mkdir(folder / "real", 0o700)
    symlink(folder / "real", folder / "link")
    try AtomicFile.write([1], to: folder / "file")

    #expect(throws: PlatformError.wrongKind(path: folder / "link")) { try PrivateFolder.make(folder / "link") }
    #expect(throws: PlatformError.wrongKind(path: folder / "file")) { try PrivateFolder.make(folder / "file") }
  }

  @Test func refusesAFolderOfAnotherUser() throws {
    // Only root can give a folder away; everybody else finds the system's folders owned by root.
    let folder = try TemporaryFolder()
    mkdir(folder / "run", 0o700)
    let path = chown(folder / "run", 12345, 12345) == 0 ? folder / "run" : "/root"

    #expect(throws: PlatformError.wrongOwner(path: path)) { try PrivateFolder.verify(path) }
  }
}
