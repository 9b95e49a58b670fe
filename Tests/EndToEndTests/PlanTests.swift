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
    let columns = ["shot", "model", "size", "pictures", "cost", "seconds"]
    #expect(lines.first?.split(separator: " ").map(String.init) == columns)
    #expect(lines.contains { $0.hasPrefix("hero ") && $0.contains(" studio ") })
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
}
