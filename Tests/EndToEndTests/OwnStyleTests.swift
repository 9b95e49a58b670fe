import Foundation
import Imaging
import TestSupport
import Testing

/// A style of the user's own, as `docs/studio.md` describes it.
@Suite(.tags(.endToEnd)) struct OwnStyleTests {
  private static func example() throws -> String {
    let text = try String(contentsOf: ReadmeTests.root.appendingPathComponent("docs/studio.md"), encoding: .utf8)
    let rest = try #require(text.components(separatedBy: "```json\n").dropFirst().first)
    return try #require(rest.components(separatedBy: "\n```").first)
  }

  private func install(_ text: String, as name: String, for user: KrafdUser) throws {
    let folder = user.folder.appendingPathComponent("home/.config/krafd/styles")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func theWorkedExampleIsAStyleLikeAnyOther() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try install(Self.example(), as: "clay-morning.json", for: user)

    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero", "--style", "clay-morning")

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(user.files(in: "made") == ["disc-hero.png"])
  }

  @Test func aStyleWithNonsenseIsLeftOutAndTheLogSaysWhy() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try install(Self.example().replacing("\"ambient\": 0.2", with: "\"ambient\": 2e9"), as: "bright.json", for: user)
    try install("{", as: "broken.json", for: user)
    try install(Self.example().replacing("\"blinds\"", with: "\"tree\""), as: "tree.json", for: user)

    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--style", "clay-morning")

    #expect(outcome.status == 3 && outcome.errors.contains("No style is named 'clay-morning'"), "\(outcome.errors)")
    #expect(try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero").status == 0)
    let socket = try user.run("sockname").output.trimmingCharacters(in: .whitespacesAndNewlines)
    let log = try String(contentsOfFile: socket.replacing(".sock", with: ".log"), encoding: .utf8)
    #expect(log.contains("bright.json' is left out, ambient: 2000000000.0 is not between"))
    #expect(log.contains("tree.json' is left out, gobo: "))
    #expect(log.contains("broken.json' is left out: This is not JSON"))
  }
}
