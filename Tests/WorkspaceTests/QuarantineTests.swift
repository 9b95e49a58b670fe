import Generation
import Imaging
import Platform
import Testing

@testable import Workspace

/// A stored file that a disk has changed is noticed, set aside and made again; the rest works.
@Suite struct QuarantineTests {
  /// Changes one byte of an asset's file, as a failing disk does, keeping its length.
  private func damage(_ path: String) throws {
    var bytes = try FileReader.bytes(of: path, maxBytes: 1 << 20)
    bytes[bytes.count - 1] ^= 1
    File.remove(path)
    try AtomicFile.write(bytes, to: path, mode: 0o444)
  }

  @Test func aDamagedOutputIsSetAsideAndMadeAgain() async throws {
    let place = try Place()
    try place.bottle()
    let workspace = try await place.open()
    let jobs = try await workspace.made(GenerateOrder("bottle.kraf", key: "k"))
    let (bad, good) = (jobs[0].outputs[0], jobs[1].outputs[0])
    try damage(try workspace.objectPath(of: bad))

    await #expect(throws: WorkspaceError.damagedAsset(id: bad.hex)) {
      try await workspace.export(ExportOrder(bad, to: place.path("bad.png")))
    }
    try await workspace.export(ExportOrder(good, to: place.path("good.png")))
    let again = try await workspace.made(GenerateOrder("bottle.kraf", shots: ["hero"], key: "l"))[0]

    #expect(PlainFolder.names(in: place.path(".kraf/quarantine")).count == 1)
    #expect(PlainFolder.names(in: place.path("bad.png")) == [] && !CacheFile.exists(place.path("bad.png")))
    #expect(again.reused == nil)
    #expect(again.outputs == [bad])
    try await workspace.export(ExportOrder(bad, to: place.path("bad.png")))
    await workspace.close()
  }

  @Test func aDamagedCopyOfAPhotoIsReplacedWhenThePhotoIsReadAgain() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    let photo = try await workspace.importAsset("a.png")
    try damage(try workspace.objectPath(of: photo.id))

    let again = try await workspace.importAsset("a.png")

    #expect(again.id == photo.id)
    let bytes = try FileReader.bytes(of: try workspace.objectPath(of: photo.id), maxBytes: 1 << 20)
    #expect(Digest.sha256(of: bytes).hex == photo.id.hex)
    await workspace.close()
  }
}
