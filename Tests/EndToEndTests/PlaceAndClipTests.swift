import Foundation
import Imaging
import TestSupport
import Testing

/// Products in photos of places, and clips, as a person orders them.
@Suite(.tags(.endToEnd)) struct PlaceAndClipTests {
  private func project() throws -> KrafdUser {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let room = Raster(width: 300, height: 200, format: .srgba, filledWith: 255)
    try user.write(ImageFile.encode(room, as: .png), to: "photos/room.png")
    let text = """
      # Disc

      dimensions: 90 x 90 x 90 mm

      @front = photos/disc.png
      @room = photos/room.png scene

      ## lifestyle

      style: home-context
      size: 192x192

      @front in @room, 360 mm wide.
      """
    try user.write(text.utf8, to: "place.kraf")
    return user
  }

  @Test func aStyleThatNeedsAPlaceTakesItsPhoto() throws {
    let user = try project()

    let outcome = try user.run("render", "place.kraf", "--out", "made")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = user.project.appendingPathComponent("made/place-lifestyle.png")
    let picture = try ImageFile.decode([UInt8](Data(contentsOf: file)))
    // The room is white; the product, 90 of 360 mm, takes a quarter of the picture's width.
    let bytes = picture.bytes
    let columns = (0..<192).filter { x in (0..<192).contains { y in bytes[(y * 192 + x) * 4 + 1] < 150 } }
    #expect((40...70).contains(columns.count), "\(columns.count)")
    #expect(bytes[0] >= 253 && bytes[1] >= 253 && bytes[2] >= 253)
  }

  @Test func aStyleThatNeedsAPlaceSaysHowToGiveOne() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero", "--style", "home-context")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("'@place = photos/place.jpg scene'"), "\(outcome.errors)")
  }

  @Test func aClipIsWrittenBesideItsPicture() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    // Without any ffmpeg, which would write an MP4 too.
    user.environment["PATH"] = "/nowhere"

    let outcome = try user.run(
      "render", "disc.kraf", "--out", "made", "--shot", "campaign-launch", "--motion", "light-sweep")

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(user.files(in: "made") == ["disc-campaign-launch.png", "disc-campaign-launch.webp"])
    let file = user.project.appendingPathComponent("made/disc-campaign-launch.webp")
    let bytes = [UInt8](try Data(contentsOf: file))
    // RFC 9649: a RIFF file of WEBP with an ANIM chunk and one ANMF chunk a frame.
    #expect(String(decoding: bytes.prefix(4), as: UTF8.self) == "RIFF")
    #expect(bytes.firstRange(of: Array("ANIM".utf8)) != nil)
    #expect(bytes.ranges(of: Array("ANMF".utf8)).count == 36)
  }

  @Test func anUnknownMotionIsRefusedWithTheKnownOnes() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--motion", "spin")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("take one of: push-in, light-sweep, gobo-drift, parallax"))
    #expect(user.files(in: "made") == [])
  }
}
