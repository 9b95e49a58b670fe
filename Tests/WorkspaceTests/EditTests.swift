import Glibc
import Imaging
import Platform
import Testing

@testable import Workspace

@Suite struct EditTests {
  @Test func anEditMakesAnAssetWithItsHistoryAndAPlaceOnTheCanvas() async throws {
    let place = try Place()
    try place.picture("photo.png", width: 8, height: 6)
    let workspace = try await place.open()

    let job = try await workspace.edit(
      EditOrder("resize", ["width": .integer(4)], of: .path("photo.png"), key: "1"))
    let done = try await workspace.wait(for: job.id)

    #expect(done.state == .done)
    #expect(done.fraction == 1)
    let output = try workspace.asset(try #require(done.outputs.first))
    #expect([output.width, output.height] == [4, 3])
    #expect(output.kind == .output)
    let edge = try #require(try workspace.lineage(of: output.id).first)
    #expect(edge.operation == "resize")
    #expect(edge.parameters == #"{"width":4}"#)
    #expect(try workspace.asset(edge.source).kind == .photo)
    #expect(try workspace.canvas().map(\.asset) == [output.id])
    await workspace.close()
  }

  @Test func theSameKeyGivesTheSameJobAlsoWhenTheFileIsGone() async throws {
    let place = try Place()
    let photo = try place.picture("photo.png")
    let workspace = try await place.open()
    let order = EditOrder("resize", ["width": .integer(4)], of: .path("photo.png"), key: "1")

    let first = try await workspace.wait(for: try await workspace.edit(order).id)
    remove(photo)
    let second = try await workspace.edit(order)

    #expect(second == first)
    #expect(try workspace.jobs().count == 1)
    await workspace.close()
  }

  @Test func theResultIsAlsoWrittenWhereTheOrderSays() async throws {
    let place = try Place()
    try place.picture("photo.png")
    let workspace = try await place.open()

    let job = try await workspace.edit(
      EditOrder("resize", ["width": .integer(4)], of: .path("photo.png"), key: "1", output: "small.jpg"))
    _ = try await workspace.wait(for: job.id)

    let bytes = try FileReader.bytes(of: place.path("small.jpg"), maxBytes: 100_000)
    #expect(try ImageFile.header(of: bytes).format == .jpeg)
    #expect(try ImageFile.header(of: bytes).width == 4)
    await workspace.close()
  }

  @Test func aPNGIsTheStoredResultByteForByte() async throws {
    let place = try Place()
    try place.picture("photo.png")
    let workspace = try await place.open()

    let job = try await workspace.edit(
      EditOrder("resize", ["width": .integer(4)], of: .path("photo.png"), key: "1", output: "small.png"))
    let done = try await workspace.wait(for: job.id)
    let output = try #require(done.outputs.first)

    let stored = try FileReader.bytes(of: try workspace.objectPath(of: output), maxBytes: 100_000)
    #expect(try FileReader.bytes(of: place.path("small.png"), maxBytes: 100_000) == stored)
    await workspace.close()
  }

  @Test func unknownOperationsAndBadParametersAreRefusedBeforeThereIsAJob() async throws {
    let place = try Place()
    try place.picture("photo.png")
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.picture(.unknownOperation("melt"))) {
      try await workspace.edit(EditOrder("melt", of: .path("photo.png"), key: "1"))
    }
    await #expect(throws: WorkspaceError.self) {
      try await workspace.edit(EditOrder("resize", ["width": .integer(-1)], of: .path("photo.png"), key: "2"))
    }
    #expect(try workspace.jobs().isEmpty)
    await workspace.close()
  }

  @Test func aFileThatIsNoPictureFailsTheJobWithItsPath() async throws {
    let place = try Place()
    try place.write("not a picture", to: "photo.png")
    let workspace = try await place.open()

    let job = try await workspace.edit(
      EditOrder("resize", ["width": .integer(4)], of: .path("photo.png"), key: "1"))
    let done = try await workspace.wait(for: job.id)

    #expect(done.state == .failed)
    #expect(
      done.failure
        == JobFailure(
          reason: "unreadable", detail: "\(workspace.root)/photo.png: not a PNG, JPEG or WebP picture"))
    #expect(place.objects.isEmpty)
    await workspace.close()
  }

  @Test(arguments: ["", String(repeating: "k", count: 201)])
  func keysAreBounded(key: String) async throws {
    let place = try Place()
    let workspace = try await place.open()

    await #expect(throws: WorkspaceError.badKey) {
      try await workspace.edit(EditOrder("resize", of: .path("photo.png"), key: key))
    }
    await workspace.close()
  }
}
