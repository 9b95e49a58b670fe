import Glibc
import Platform
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test func replacesTheWholeFile() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write(Array("a long first text".utf8), to: folder / "note")

    try AtomicFile.write(Array("short".utf8), to: folder / "note")

    #expect(try FileReader.bytes(of: folder / "note", maxBytes: 100) == Array("short".utf8))
    #expect(try folder.names() == ["note"])
  }

  @Test func aFailedWriteLeavesTheOldFileAndNothingElse() throws {
    let folder = try TemporaryFolder()
    mkdir(folder / "taken", 0o700)
    try AtomicFile.write([1], to: folder / "taken/inside")

    #expect(throws: PlatformError.isFolder(path: folder / "taken")) {
      try AtomicFile.write([2], to: folder / "taken")
    }

    #expect(try folder.names() == ["taken"])
  }

  @Test func saysWhichFolderIsMissing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: PlatformError.self) { try AtomicFile.write([1], to: folder / "no/where") }
  }

  @Test func theModeHoldsWhateverTheUmaskSays() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1], to: folder / "key", mode: 0o600)
    try AtomicFile.write([1], to: folder / "page", mode: 0o666)

    #expect(folder.mode(of: "key") == 0o600)
    #expect(folder.mode(of: "page") == 0o666)
  }

  @Test func stepsHappenInTheSafeOrder() throws {
    let folder = try TemporaryFolder()
    var steps: [AtomicFile.Step] = []

    try AtomicFile.write([1], to: folder / "note") { steps.append($0) }

    #expect(steps == [.opened, .written, .synchronized, .renamed, .folderSynchronized])
  }

  @Test func beforeTheRenameOnlyATemporaryNameIsThere() throws {
    let folder = try TemporaryFolder()
    var names: [String] = []

    try AtomicFile.write([1], to: folder / "note") { step in
      if step == .synchronized { names = (try? folder.names()) ?? [] }
    }

    #expect(names.count == 1)
    #expect(names.allSatisfy(AtomicFile.isTemporary))
    #expect(!names.contains(where: AtomicFile.isLeftOver))
    #expect(AtomicFile.isLeftOver(".krafd-1a2b-3c4d.tmp"))
    #expect(!AtomicFile.isLeftOver("note"))
  }
}
