import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

@Suite struct DiskTests {
  /// The limit on the size of files stands for a full disk: the same error, at a moment of our choice.
  @Test(.tags(.endToEnd)) func aFullDiskIsAnErrorWithAPathAndWorkGoesOnWhenThereIsRoom() async throws {
    let place = try Place()
    try place.picture("a.png", width: 300, height: 300)

    await #expect(processExitsWith: .success) { [root = place.root as String] in
      signal(SIGXFSZ, SIG_IGN)
      let workspace = try await Workspace.open(root: root, tools: .tests())
      let order = EditOrder("pad", ["left": .integer(10)], of: .path("a.png"), key: "k")
      FullDisk.begin(bytes: 100)
      let error = await #expect(throws: WorkspaceError.self) { try await workspace.importAsset("a.png") }
      FullDisk.end()
      if case .diskFull(let path)? = error {
        #expect(path.hasPrefix(workspace.root))
      } else {
        Issue.record("not diskFull: \(String(describing: error))")
      }
      let job = try await workspace.wait(for: try await workspace.edit(order).id)
      #expect(job.state == .done)
    }
    #expect(place.objects.allSatisfy { !AtomicFile.isTemporary($0) })
  }

  @Test(.tags(.endToEnd)) func anExportThatFindsNoRoomLeavesTheOldFile() async throws {
    let place = try Place()
    try place.picture("a.png", width: 300, height: 300)
    try place.write("old", to: "out.png")

    await #expect(processExitsWith: .success) { [root = place.root as String] in
      signal(SIGXFSZ, SIG_IGN)
      let workspace = try await Workspace.open(root: root, tools: .tests())
      let asset = try await workspace.importAsset("a.png")
      FullDisk.begin(bytes: 100)
      await #expect(throws: WorkspaceError.diskFull(path: "\(workspace.root)/out.png")) {
        try await workspace.export(ExportOrder(asset.id, to: "out.png"))
      }
      FullDisk.end()
    }
    #expect(try FileReader.bytes(of: place.path("out.png"), maxBytes: 10) == Array("old".utf8))
    #expect(PlainFolder.names(in: place.root).sorted() == [".kraf", "a.png", "out.png"])
  }
}

/// Lets no file of this process grow beyond a size.
enum FullDisk {
  static func begin(bytes: UInt) { limit(rlim_t(bytes)) }

  static func end() { limit(rlim_t.max) }

  private static func limit(_ bytes: rlim_t) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = min(bytes, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
