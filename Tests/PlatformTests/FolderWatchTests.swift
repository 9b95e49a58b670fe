import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

@Suite struct FolderWatchTests {
  /// What a watch told so far.
  private final class Told: Sendable {
    private let paths = Mutex<Set<String>>([])

    func add(_ more: Set<String>) { paths.withLock { $0.formUnion(more) } }

    /// Waits until all of these were told.
    func all(_ wanted: Set<String>) async -> Bool {
      for _ in 0..<500 {
        if paths.withLock({ $0.isSuperset(of: wanted) }) { return true }
        try? await Task.sleep(for: .milliseconds(10))
      }
      return false
    }

    var now: Set<String> { paths.withLock { $0 } }
  }

  private func watch(_ folder: TemporaryFolder, _ told: Told) throws -> FolderWatch {
    let watch = try FolderWatch { told.add($0) }
    try watch.follow([folder.path])
    return watch
  }

  @Test func filesThatAreWrittenRenamedOrDeletedAreTold() async throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1], to: folder / "old")
    let told = Told()
    let watch = try watch(folder, told)

    try AtomicFile.write([1], to: folder / "new")
    #expect(await told.all([folder / "new"]))
    File.remove(folder / "old")
    #expect(await told.all([folder / "old"]))
    rename(folder / "new", folder / "newer")
    #expect(await told.all([folder / "newer"]))
    watch.stop()
  }

  @Test func aFolderThatIsNoLongerFollowedIsQuiet() async throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let told = Told()
    let watch = try watch(first, told)

    try watch.follow([second.path])
    try AtomicFile.write([1], to: first / "a")
    try AtomicFile.write([1], to: second / "b")

    #expect(await told.all([second / "b"]))
    #expect(!told.now.contains(first / "a"))
    watch.stop()
  }

  @Test func aFolderThatIsDeletedIsToldAndCanBeFollowedAgain() async throws {
    let folder = try TemporaryFolder()
    let inner = folder / "inner"
    mkdir(inner, 0o700)
    let told = Told()
    let watch = try watch(folder, told)
    try watch.follow([inner])

    rmdir(inner)
    #expect(await told.all([inner]))
    mkdir(inner, 0o700)
    try watch.follow([inner])
    try AtomicFile.write([1], to: inner + "/a")

    #expect(await told.all([inner + "/a"]))
    watch.stop()
  }

  @Test func twoWatchesOfOneFolderAreBothTold() async throws {
    let folder = try TemporaryFolder()
    let (first, second) = (Told(), Told())
    let watches = [try watch(folder, first), try watch(folder, second)]

    try AtomicFile.write([1], to: folder / "a")
    #expect(await first.all([folder / "a"]))
    #expect(await second.all([folder / "a"]))
    watches[0].stop()
    try AtomicFile.write([1], to: folder / "b")

    #expect(await second.all([folder / "b"]))
    #expect(!first.now.contains(folder / "b"))
    watches[1].stop()
  }

  @Test func aFolderThatIsNotThereIsNoMistake() throws {
    let watch = try FolderWatch { _ in }
    try watch.follow(["/nowhere/at all"])
    watch.stop()
  }
}
