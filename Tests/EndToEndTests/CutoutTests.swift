import Foundation
import Imaging
import TestSupport
import Testing

/// `krafd cutout`, as a script uses it.
@Suite(.tags(.endToEnd)) struct CutoutTests {
  @Test func writesThePhotoWithAnAlphaAndSaysHowSureItIs() throws {
    let user = try KrafdUser()
    let scene = DrawnProduct.disc(side: 300)
    try user.write(ImageFile.encode(scene.photo, as: .png), to: "photo.png")

    let outcome = try user.run("cutout", "photo.png", "cut.png", "--json")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let confidence = try #require(outcome.json()["confidence"] as? Double)
    #expect((0.7...1).contains(confidence))
    let cut = try ImageFile.decode([UInt8](Data(contentsOf: user.project.appendingPathComponent("cut.png"))))
    #expect(cut.width == 300 && cut.height == 300)
    #expect(scene.overlap(withAlphaOf: cut) > 0.98)
  }

  @Test func theStagesAreWrittenBesideTheCutout() throws {
    let user = try KrafdUser()
    try user.write(ImageFile.encode(DrawnProduct.disc(side: 200).photo, as: .png), to: "photo.png")

    let outcome = try user.run("cutout", "photo.png", "cut.png", "--explain", "stages", "--json")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let stages = try #require(outcome.json()["stages"] as? [String])
    #expect(stages.count > 5 && stages.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    #expect(user.files(in: ".").contains("cut.png"))
  }

  @Test func leavesAnOldFileWhereItWasWhenThePhotoIsBad() throws {
    let user = try KrafdUser()
    try user.write("not a picture".utf8, to: "photo.png")
    try user.write("kept".utf8, to: "cut.png")

    let outcome = try user.run("cutout", "photo.png", "cut.png")

    #expect(outcome.status == 3)
    #expect(try String(contentsOf: user.project.appendingPathComponent("cut.png"), encoding: .utf8) == "kept")
  }
}
