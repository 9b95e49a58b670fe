import Foundation
import TestSupport
import Testing

/// `krafd plan`, as a person reads it and a script uses it.
@Suite(.tags(.endToEnd)) struct PlanTests {
  @Test func aPlanSaysWhatWillBeMadeAndWhatItCostsAndMakesNothing() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()

    let outcome = try user.run("plan", "disc.kraf")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let columns = ["shot", "plan", "model", "style", "size", "pictures", "cost", "seconds"]
    #expect(lines.first?.split(separator: " ").map(String.init) == columns)
    #expect(lines.contains { $0.hasPrefix("hero ") && $0.contains(" add ") && $0.contains(" studio ") })
    #expect(try #require(lines.last).hasSuffix("nothing was made or spent"))
    #expect(try #require(lines.last).contains("cost 0"))
    #expect(user.files(in: ".kraf/objects") == [])
  }

  @Test func aPlanAsJSONIsTheDaemonsAnswer() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()

    let outcome = try user.run("plan", "disc.kraf", "--shot", "hero", "--json")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let jobs = try #require(plan["jobs"] as? [[String: Any]])
    #expect(jobs.map { $0["shot"] as? String } == ["hero"])
    #expect(plan["costMicrosMax"] as? Int == 0)
  }

  @Test func aShotListWithMistakesIsLocated() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try user.write(
      "# Disc\n\n@front = photos/disc.png\n\n## hero\n\nstyle: no-such-style\n\n@front\n".utf8, to: "bad.kraf")

    let outcome = try user.run("plan", "bad.kraf")

    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("bad.kraf:7: "), "\(outcome.errors)")
  }

  @Test func aPlanAfterARunSaysWhatIsKeptAndWhatChangesAndWhy() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    #expect(try user.run("render", "disc.kraf", "--out", "out", "--shot", "hero").status == 0)

    let kept = try user.run("plan", "disc.kraf", "--shot", "hero")
    let changed = try user.run("plan", "disc.kraf", "--shot", "hero", "--style", "dark-luxe")
    let again = try user.run("render", "disc.kraf", "--out", "again", "--shot", "hero")

    #expect(kept.output.contains(" reuse "))
    #expect(kept.output.contains("0 pictures to make, 1 kept from before; cost 0, about 0.0 s"))
    #expect(changed.output.contains(" change "))
    #expect(changed.output.contains("hero: style: dark-luxe instead of "))
    #expect(again.output.contains(" kept "), "\(again.output)")
    let files = try ["out", "again"].map {
      try Data(contentsOf: user.project.appendingPathComponent("\($0)/disc-hero.png"))
    }
    #expect(files[0] == files[1])
  }

  @Test func theLedgerIsATableAndCSV() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    #expect(try user.run("render", "disc.kraf", "--out", "out", "--shot", "hero").status == 0)

    let table = try user.run("ledger")
    let csv = try user.run("ledger", "disc.kraf", "--csv")

    #expect(table.output.contains("hero · studio"), "\(table.errors)")
    #expect(table.output.hasSuffix("1 line, 0 in all\n"))
    let lines = csv.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("number,createdAt,closedAt,job,title,document,shot,model,") == true)
    #expect(lines.last?.hasSuffix(",hero · studio,disc.kraf,hero,studio,0,0,free,0,paid") == true)
  }

  @Test func aPromptIsEnhancedAndWrittenDown() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let list = user.project.appendingPathComponent("disc.kraf")
    let before = try String(contentsOf: list, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: list.path)

    let shown = try user.run("enhance", "disc.kraf#hero")
    #expect(try String(contentsOf: list, encoding: .utf8) == before)
    let written = try user.run("enhance", "disc.kraf", "--write")
    let after = try String(contentsOf: list, encoding: .utf8)
    let again = try user.run("enhance", "disc.kraf", "--write")
    let wrong = try user.run("enhance", "disc.kraf#none")

    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains(" mm lens at f/"))
    #expect(written.errors.contains("written to disc.kraf"))
    #expect(after != before)
    #expect(before.split(separator: "\n").allSatisfy { after.contains($0) })
    #expect(again.errors == "the prompts are complete; nothing was written\n")
    #expect(try FileManager.default.attributesOfItem(atPath: list.path)[.posixPermissions] as? Int == 0o640)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("No shot is named 'none'"))
  }

  @Test func aModelOfTheUsersHelpsWithTheWords() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let answer = #"{\"lens\": \"a long lens from two meters\"}"#
    let piece = #"{"choices":[{"delta":{"content":"\#(answer)"},"finish_reason":"stop"}]}"#
    let server = try StubServer([.events([piece, "[DONE]"]), .whole(401, #"{"error":"who are you"}"#)])
    let settings = user.project.appendingPathComponent("text-model.json")
    try Data(#"{"url": "\#(server.url)/v1", "model": "qwen"}"#.utf8).write(to: settings)
    user.environment["KRAFD_TEXT_MODEL"] = settings.path

    let helped = try user.run("enhance", "disc.kraf#hero", "--assist")
    let refused = try user.run("enhance", "disc.kraf#hero", "--assist")
    let plain = try user.run("enhance", "disc.kraf#hero")

    #expect(helped.output.contains("A long lens from two meters."), "\(helped.errors)")
    #expect(server.requests.first?.head.hasPrefix("POST /v1/chat/completions") == true)
    #expect(refused.status == 0 && refused.output == plain.output)
    #expect(refused.errors.contains("the key is not accepted (status 401: who are you)"))
  }

  @Test func theTrashIsListedAndEmptied() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    #expect(try user.run("render", "disc.kraf", "--out", "out", "--shot", "hero").status == 0)
    let root = user.project.path
    let reply = try user.run("call", "kraf/canvas/get", #"{"workspace": "\#(root)"}"#).output
    let canvas = try JSONDecoder().decode(Canvas.self, from: Data(reply.utf8))
    let output = try #require(canvas.nodes.last { $0.kind == "output" })
    let changes = #"[{"action": "trash", "node": "\#(output.node)"}]"#
    let order = #"{"workspace": "\#(root)", "baseClock": \#(canvas.clock), "changes": \#(changes)}"#
    #expect(try user.run("call", "kraf/canvas/apply", order).status == 0)

    let list = try user.run("trash")
    let counted = try user.run("trash", "--dry-run")
    let emptied = try user.run("trash", "--empty")

    #expect(list.output.contains("output  hero · "), "\(list.output)")
    #expect(list.output.hasSuffix("1 node in the trash\n"))
    #expect(counted.output.hasPrefix("would throw away 1 node, 2 pictures, "))
    #expect(emptied.output.hasPrefix("threw away 1 node, 2 pictures, "))
    #expect(try user.run("trash").output == "0 nodes in the trash\n")
  }

  /// As much of `kraf/canvas/get` as is looked at here.
  private struct Canvas: Decodable {
    struct Node: Decodable {
      var node: String
      var kind: String
    }
    var clock: Int
    var nodes: [Node]
  }

  @Test func aBudgetIsSetShownAndLifted() throws {
    let user = try KrafdUser()

    let set = try user.run("budget", "--month", "20 USD", "--workspace", "250 credits")
    let lifted = try user.run("budget", "--month", "none", "--workspace", "none")
    let wrong = try user.run("budget", "--month", "much")

    #expect(set.output.contains("workspace  $2.50   0"), "\(set.output)")
    #expect(set.output.contains("month      $20.00  0"))
    #expect(lifted.output == "There is no budget; 0 was spent in this workspace\n")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("write it like '5 USD'"))
  }
}
