import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// `kraf/shots/*`: the shot list language over the wire.
@Suite struct ShotsMethodTests {
  @Test func aPromptIsMadeCompleteAndEveryPhraseSaysWhereItComesFrom() async throws {
    let shop = try Shop()
    let client = try await shop.worker()

    let prompt = try await client.request(PromptEnhance(path: shop.list, shot: "hero"))
    let motion = try await client.request(PromptEnhance(path: shop.list, shot: "hero", dialect: .motion))

    #expect(prompt.text.contains("The product of image 1 on white."))
    #expect(prompt.phrases.contains { $0.slot == "lens" && $0.source == "the style pure-white" && !$0.locked })
    #expect(prompt.phrases.contains { $0.slot == "invariants" && $0.locked })
    #expect(prompt.edit?.range.start == LSPPosition(line: 10, character: 16))
    #expect(motion.text.hasSuffix("The product itself does not change."))
    let unknown = try await client.refusal(of: PromptEnhance(path: shop.list, shot: "none"))
    #expect(unknown.reason == "noSuchShot")
    let long = try await client.refusal(of: PromptEnhance(path: shop.list, shot: "hero", limit: 20))
    #expect(long.reason == "promptTooLong")
    #expect(try await client.refusal(of: PromptEnhance(shot: "hero")).reason == "noText")
    withExtendedLifetime(shop) {}
  }

  @Test func theTreeNamesEveryPart() async throws {
    let client = try await Shop().script()

    let tree = try await client.request(ShotsParse(text: "# Mug\n\n## hero\nstyle: pure-white\n")).tree

    let nodes = try #require(tree.arrayValue).filter { $0["kind"] != "blank" }
    #expect(nodes.map { $0["kind"]?.stringValue } == ["title", "shot", "property"])
    #expect(nodes[0]["name"] == "Mug")
    #expect(nodes[1]["role"] == "hero")
    #expect(nodes[2]["key"] == "style")
    #expect(nodes[2]["value"] == "pure-white")
  }

  @Test(arguments: ["", "# Mug\r\n\r\n## hero\r\n", "\u{FEFF}# Mug", "🍵 tea\n\n\n", "## hero\n<!-- never closed\n"])
  func theTreeCoversEveryByteOnce(text: String) async throws {
    let client = try await Shop().script()

    let nodes = try #require(try await client.request(ShotsParse(text: text)).tree.arrayValue)

    var end = 0
    for node in nodes {
      #expect(node["range"]?[0]?.intValue == end)
      end = try #require(node["range"]?[1]?.intValue)
    }
    #expect(end == text.utf8.count)
  }

  @Test func aTextIsAnalysedWithoutAWorkspace() async throws {
    let client = try await Shop().script()

    let reply = try await client.request(ShotsAnalyse(text: Shop.shotList))

    #expect(reply.product == "Mug")
    #expect(reply.shots.map { $0["name"] } == ["hero", "campaign-launch"])
    #expect(reply.shots.map { $0["width"] } == [48, 48])
    #expect(reply.shots.map { $0["sources"]?["size"] } == ["shot", "shot"])
    #expect(reply.issues == [])
  }

  @Test func aSavedFileIsAnalysedWithTheFilesAroundIt() async throws {
    let shop = try Shop()
    let client = try await shop.script()

    let whole = try await client.request(ShotsAnalyse(path: shop.list))
    let text = Shop.shotList.replacing("photos/front.png", with: "photos/back.png")
    let broken = try await client.request(ShotsAnalyse(path: shop.list, text: text))

    #expect(whole.issues == [])
    #expect(broken.issues.map(\.code) == ["missingFile"])
    #expect(
      broken.issues.map(\.message) == [
        "There is no file 'photos/back.png' in the workspace; a path is relative to this file"
      ])
  }

  @Test func anIssueStandsWhereTheMistakeIsAndCarriesItsFix() async throws {
    let client = try await Shop().script()
    let text = "# 🍵\n\n## hero\n\nstyle: pure-wite\n"

    let issue = try #require(
      try await client.request(ShotsAnalyse(text: text)).issues.first { $0.code == "unknownStyle" })

    #expect(issue.severity == .error)
    #expect(issue.message == "No style is named 'pure-wite'; did you mean 'pure-white'?")
    #expect(
      issue.range == LSPRange(start: LSPPosition(line: 4, character: 7), end: LSPPosition(line: 4, character: 16)))
    let fix = try #require(issue.details?["fix"])
    #expect(fix["replacement"] == "pure-white")
    #expect(try LSPRange(json: try #require(fix["range"])) == issue.range)
  }

  @Test func withoutPathAndTextTheParametersAreRefused() async throws {
    let error = try await Shop().script().refusal(of: ShotsAnalyse.method, [:])

    #expect(error.code == -32602)
    #expect(error.message == "params: expected 'path' or 'text', found neither")
  }

  @Test func aTextOfMoreThanAMebibyteIsRefused() async throws {
    let client = try await Shop().script()
    let text = String(repeating: "a", count: 1 << 20 | 1)

    let error = try await client.refusal(of: ShotsParse(text: text))

    #expect(error.message == "params.text: expected a text of at most 1048576 bytes, found a text of 1048577 bytes")
  }

  @Test func aRelativePathIsRefused() async throws {
    let error = try await Shop().script().refusal(of: ShotsAnalyse(path: "mug.kraf"))

    #expect(error.message == "'mug.kraf' is not an absolute path; the daemon does not know your folder")
  }
}
