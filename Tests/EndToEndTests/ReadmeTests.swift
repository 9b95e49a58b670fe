import Foundation
import TestSupport
import Testing

/// The examples of the README, taken from it and run.
@Suite(.tags(.endToEnd)) struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of the fenced block of `language` that follows `mark` in the README.
  static func block(_ language: String, after mark: String) throws -> String {
    let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let rest = try #require(text.components(separatedBy: mark).dropFirst().first)
    let body = try #require(rest.components(separatedBy: "```\(language)\n").dropFirst().first)
    return try #require(body.components(separatedBy: "\n```").first)
  }

  /// A user with `krafd` on the `PATH` and a copy of the examples with small pictures, so that the test is quick.
  static func user() throws -> KrafdUser {
    let user = try KrafdUser()
    let bin = user.folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin.appendingPathComponent("krafd").path, withDestinationPath: KrafdUser.binary)
    user.environment["PATH"] = "\(bin.path):/usr/local/bin:/usr/bin:/bin"
    let examples = user.project.appendingPathComponent("examples")
    try FileManager.default.copyItem(at: root.appendingPathComponent("examples"), to: examples)
    try? FileManager.default.removeItem(at: examples.appendingPathComponent(".kraf"))
    return user
  }

  @Test func theScriptPrintsProgressWithPreviewsAndThenTheAsset() throws {
    let user = try Self.user()
    try user.write(Self.block("python", after: "<!-- example: client.py -->").utf8, to: "client.py")

    let outcome = try user.launch("/usr/bin/env", ["python3", "client.py"], deadline: 120)

    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.dropLast().contains { $0.contains("tracing") && $0.contains(".png") })
    let asset = try #require(lines.last)
    #expect(FileManager.default.fileExists(atPath: String(asset)))
  }

  @Test func theShotListOfTheReadmeRenders() throws {
    let user = try Self.user()
    let text = try Self.block("markdown", after: "## A shot list")
      .replacingOccurrences(of: "style: ", with: "size: 128x128\nstyle: ")
    try user.write(text.utf8, to: "examples/readme.kraf")

    let outcome = try user.run("render", "examples/readme.kraf", "--out", "out")

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(user.files(in: "out") == ["readme-campaign-launch.png", "readme-hero.png"])
  }

  @Test func everyCommandOfTheTableExists() throws {
    let user = try KrafdUser()
    let help = try user.run("--help").output

    for command in [
      "plan", "render", "compare", "coverage", "export", "ledger", "budget", "trash", "enhance", "cutout", "call",
      "sockname",
      "lsp",
      "serve", "status", "stop", "version",
    ] {
      #expect(help.contains("  \(command)"))
    }
  }
}
