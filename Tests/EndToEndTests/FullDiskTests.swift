import Foundation
import Imaging
import TestSupport
import Testing

/// A disk with no room left: the command says so, keeps what was there, and leaves no half file.
@Suite(.tags(.endToEnd)) struct FullDiskTests {
  @Test func aFullDiskIsNamedAndLeavesNothingHalfWritten() throws {
    let user = try KrafdUser()
    let small = user.project.appendingPathComponent("small")
    try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
    let mounted = try user.launch("/bin/mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", small.path])
    guard mounted.status == 0 else {
      print("SKIP FullDiskTests: mounting a small disk needs root: \(mounted.errors)")
      return
    }
    defer { _ = try? user.launch("/bin/umount", [small.path]) }
    try user.write(ImageFile.encode(DrawnProduct.disc(side: 300).photo, as: .png), to: "photo.png")

    let outcome = try user.run("cutout", "photo.png", "small/cut.png")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("disk is full") && outcome.errors.contains("small/cut.png"))
    #expect(user.files(in: "small").isEmpty)
    #expect(try user.run("call", "kraf/status", "{}").status == 0)
  }
}
