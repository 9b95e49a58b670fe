import Foundation
import Imaging
import TestSupport
import Testing

/// `krafd render`, as a script uses it.
@Suite(.tags(.endToEnd)) struct RenderTests {
  @Test func makesEveryShotAtItsSizeForNothing() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()

    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--json")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let outputs = try #require(outcome.json()["outputs"] as? [[String: Any]])
    #expect(outputs.map { $0["shot"] as? String } == ["hero", "campaign-launch"])
    #expect(try outcome.json()["costMicros"] as? Int == 0)
    for output in outputs {
      let path = try #require(output["path"] as? String)
      let picture = try ImageFile.decode([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
      #expect([picture.width, picture.height] == [output["width"] as? Int, output["height"] as? Int])
    }
    #expect(user.files(in: "made") == ["disc-campaign-launch.png", "disc-hero.png"])
  }

  @Test func printsATableWithPathsSecondsAndCost() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()

    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero")

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("made/disc-hero.png"))
    #expect(outcome.output.contains("cost 0"))
    #expect(user.files(in: "made") == ["disc-hero.png"])
  }

  /// Every style that the studio can make is one word away; the others say what they need.
  @Test func rendersInAnyStyleThatIsNamed() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    func render(_ style: String) throws -> Outcome {
      try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero", "--style", style)
    }
    var pictures: Set<Data> = []
    let made = [
      "pure-white", "soft-gray-studio", "color-block", "gradient-glow", "dark-luxe", "north-window", "hard-sun",
      "festive-campaign", "exploded-feature", "flat-lay-grid", "macro-material",
    ]
    for style in made {
      let outcome = try render(style)
      #expect(outcome.status == 0, "\(style): \(outcome.errors)")
      pictures.insert(try Data(contentsOf: user.project.appendingPathComponent("made/disc-hero.png")))
    }
    #expect(pictures.count == made.count)
    let missing = try render("home-context")
    #expect(missing.status != 0 && missing.errors.contains("a photo of the room"), "\(missing.errors)")
    let unknown = try render("hard-sum")
    #expect(unknown.status != 0 && unknown.errors.contains("No style is named 'hard-sum'"))
  }

  @Test func makesTheSameBytesInAnotherWorkspace() throws {
    let users = [try KrafdUser(), try KrafdUser()]
    var made: [Data] = []
    for user in users {
      try user.writeDiscProject()
      try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero")
      made.append(try Data(contentsOf: user.project.appendingPathComponent("made/disc-hero.png")))
    }

    #expect(made[0] == made[1])
  }

  @Test func aWhiteHeroIsWhiteInEveryCorner() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()
    try user.run("render", "disc.kraf", "--out", "made", "--shot", "hero")

    let bytes = try Data(contentsOf: user.project.appendingPathComponent("made/disc-hero.png"))
    let picture = try ImageFile.decode([UInt8](bytes))

    let corners = [(0, 0), (picture.width - 1, 0), (0, picture.height - 1), (picture.width - 1, picture.height - 1)]
    for (x, y) in corners {
      let start = y * picture.bytesPerRow + x * 4
      #expect(Array(picture.bytes[start..<start + 3]) == [255, 255, 255])
    }
  }

  @Test func namesTheShotsThatExistWhenOneDoesNot() throws {
    let user = try KrafdUser()
    try user.writeDiscProject()

    let outcome = try user.run("render", "disc.kraf", "--out", "made", "--shot", "detail")

    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'detail'") && outcome.errors.contains("hero, campaign-launch"))
    #expect(user.files(in: "made").isEmpty)
  }
}
