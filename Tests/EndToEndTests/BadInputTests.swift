import Foundation
import Imaging
import TestSupport
import Testing

/// Broken files and full or forbidden folders: one clear sentence, the right exit status, nothing half-written.
@Suite(.tags(.endToEnd)) struct BadInputTests {
  /// A PNG that is only a signature and a header announcing 60,000 × 60,000 px, with a correct checksum.
  static let hugePNG: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0xEA, 0x60, 0, 0, 0xEA,
    0x60, 8, 2, 0, 0, 0,
  ].withChecksum(from: 12)

  @Test(arguments: [
    ("huge.png", hugePNG, "60000 × 60000"),
    ("text.png", Array("Dear diary, this is text.".utf8), "not a PNG, JPEG or WebP picture"),
    ("empty.jpg", [], "not a PNG, JPEG or WebP picture"),
  ])
  func aBadPhotoGetsOneSentence(name: String, bytes: [UInt8], words: String) throws {
    let user = try KrafdUser()
    try user.write(bytes, to: name)

    let outcome = try user.run("cutout", name, "cut.png")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(words) && outcome.errors.contains(name))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(user.files(in: ".").filter { $0.contains("cut") }.isEmpty)
  }

  @Test func aTruncatedJPEGIsRefusedInsteadOfFilledWithGray() throws {
    let user = try KrafdUser()
    let whole = try ImageFile.encode(DrawnProduct.disc(side: 300).photo, as: .jpeg)
    try user.write(whole.prefix(whole.count / 2), to: "cut short.jpg")

    let outcome = try user.run("cutout", "cut short.jpg", "cut.png")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("damaged") && outcome.errors.contains("cut short.jpg"))
  }

  @Test func aMissingPhotoIsNamedWithItsLine() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try FileManager.default.removeItem(at: user.project.appendingPathComponent("photos/disc.png"))

    let outcome = try user.run("render", "disc.kraf", "--out", "made")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("disc.kraf:3") && outcome.errors.contains("photos/disc.png"))
    #expect(user.files(in: "made").isEmpty)
  }

  @Test func aMissingShotListIsASentence() throws {
    let user = try KrafdUser()

    let outcome = try user.run("render", "nothing.kraf", "--out", "made")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("nothing.kraf") && outcome.errors.contains("does not exist"))
  }

  @Test func anOutputFolderThatCannotBeMadeIsNamed() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try user.write("a file".utf8, to: "made")

    let outcome = try user.run("render", "disc.kraf", "--out", "made/deeper")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("made/deeper"))
  }

  @Test func wordsThatAreNoCommandAreAUsageError() throws {
    let user = try KrafdUser()

    #expect(try user.run("paint").status == 2)
    #expect(try user.run("render").status == 2)
  }

  @Test(arguments: ["version", "call kraf/status '{}'"])
  func aReaderThatWentAwayEndsNothingByASignal(command: String) throws {
    let user = try KrafdUser()

    let outcome = try user.launch(
      "/bin/bash",
      ["-c", "{ sleep 0.5; env --default-signal=PIPE '\(KrafdUser.binary)' \(command); echo status $? >&2; } | true"])

    let status = try #require(outcome.errors.split(separator: " ").last.flatMap { Int($0.dropLast()) })
    #expect(status < 128, "\(outcome.errors)")
  }
}

extension [UInt8] {
  /// These bytes and the CRC-32 (ISO 3309, as PNG uses it) of those from `start` on.
  fileprivate func withChecksum(from start: Int) -> [UInt8] {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in self[start...] {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
    let sum = ~remainder
    return self + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
  }
}
