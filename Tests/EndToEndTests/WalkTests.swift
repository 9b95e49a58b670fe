import Foundation
import TestSupport
import Testing

/// The seven steps of the README's tour: from one photo to a set for three channels.
@Suite(.tags(.endToEnd)) struct WalkTests {
  /// The commands of the tour, a line each, as the README has them.
  private static func commands() throws -> [[String]] {
    try ReadmeTests.block("sh", after: "<!-- example: tour -->").split(separator: "\n")
      .map { String($0.prefix { $0 != "#" }).split(separator: " ").map(String.init) }
      .filter { $0.first == "krafd" }.map { Array($0.dropFirst()) }
  }

  /// The tour's shot list with smaller pictures, so that the test is quick; slots that ask for more px are left.
  private static func list() throws -> String {
    try String(contentsOf: ReadmeTests.root.appendingPathComponent("examples/trailhead-set.kraf"), encoding: .utf8)
      .replacingOccurrences(of: "size: 1200x1200", with: "size: 500x500")
      .replacingOccurrences(of: "size: 1080x1350", with: "size: 1080x1350\nseed: 3")
      .replacingOccurrences(of: "size: 900x900", with: "size: 300x300")
  }

  @Test func theTourLeavesASetForThreeChannels() throws {
    let user = try ReadmeTests.user()
    try user.write(Self.list().utf8, to: "trailhead-set.kraf")
    try FileManager.default.copyItem(
      at: ReadmeTests.root.appendingPathComponent("examples/photos"),
      to: user.project.appendingPathComponent("photos"))

    var outputs: [String: String] = [:]
    let commands = try Self.commands()
    for arguments in commands {
      let outcome = try user.launch(KrafdUser.binary, arguments, deadline: 300)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)\(outcome.output)")
      outputs[arguments[0], default: ""] += outcome.output
    }

    #expect(
      commands.map(\.first) == [
        "plan", "render", "compare", "cutout", "coverage", "export", "plan", "render", "ledger",
      ])
    #expect(outputs["plan"]?.contains("4 pictures to make, 0 kept from before") == true)
    #expect(outputs["plan"]?.contains("0 pictures to make, 4 kept from before") == true)
    #expect(outputs["coverage"]?.contains("gap: ") == false, "\(outputs["coverage"] ?? "")")
    #expect(
      user.files(in: "set") == [
        "amazon.main", "contact-sheet.jpg", "manifest.json", "meta.feed.portrait", "shopify.product",
      ])
    #expect(user.files(in: "set/amazon.main") == ["trailhead-set-hero.jpg"])
    #expect(user.files(in: "set/meta.feed.portrait") == ["trailhead-set-lifestyle.jpg"])
    #expect(user.files(in: "set/shopify.product") == ["trailhead-set-detail-label.jpg", "trailhead-set-hero.jpg"])
    #expect(user.files(in: "out").count == 4)
    #expect(user.files(in: ".").contains("trailhead-set.kraf.lock"))
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: user.project.appendingPathComponent("set/manifest.json"))) as? [String: Any])
    #expect((manifest["leftOut"] as? [Any])?.isEmpty == true)
    let pictures = try #require(manifest["pictures"] as? [[String: Any]])
    #expect(pictures.compactMap { $0["verdict"] as? String }.filter { $0 == "accepted" }.count == 1)
  }
}
