import Catalog
import Foundation
import Testing

@testable import Studio

@Suite struct SceneTests {
  private func make(
    _ prompt: String, style: String = "soft-gray-studio", role: String = "hero", background: HexColor? = nil,
    product: ProductFacts? = nil
  ) throws -> SceneDraft {
    Scene.make(
      style: try #require(Catalog.builtIn.styles[style]), role: try #require(Catalog.builtIn.roles[role]),
      prompt: prompt, background: background, product: product)
  }

  @Test func aSceneSurvivesJSON() throws {
    let scene = try make("on a plinth", style: "color-block").scene
    #expect(try JSONDecoder().decode(Scene.self, from: JSONEncoder().encode(scene)) == scene)
  }

  @Test(arguments: Fixture.styles, ["hero", "campaign", "feature"])
  func everyStyleAndRoleGiveAValidScene(style: String, role: String) throws {
    try make("", style: style, role: role).scene.check()
  }

  @Test func aHeroFillsTheFrameAndACampaignLeavesRoom() throws {
    let hero = try make("").scene.frame
    #expect((0.75...0.92).contains(hero.fill) && hero.copySpace == .none)
    let campaign = try make("", style: "color-block", role: "campaign").scene.frame
    #expect((0.45...0.6).contains(campaign.fill) && campaign.copySpace == .left && campaign.copyShare == 0.4)
  }

  @Test func colorsGoToTheThingTheyNameAndElseToTheBackground() throws {
    let scene = try make("#E8D9C5 wall, #AA3311 floor", style: "color-block").scene
    #expect(scene.room.wall.text == "#E8D9C5")
    #expect(scene.room.floor.text == "#AA3311")
    #expect(try make("on #E8D9C5").scene.room.floor.text == "#E8D9C5")
  }

  @Test func lampsTurnWarmAndCoolAndTakeKelvins() throws {
    #expect(try make("warm light").scene.lights.allSatisfy { $0.kelvin < 5_000 })
    #expect(try make("cool light").scene.lights.allSatisfy { $0.kelvin > 6_000 })
    #expect(try make("lamps at 3200 K").scene.lights.allSatisfy { $0.kelvin == 3_200 })
  }

  @Test func theKeyComesFromTheSideThatIsAskedFor() throws {
    #expect(try make("light from the right").scene.lights[0].azimuth > 0)
    #expect(try make("light from the left").scene.lights[0].azimuth < 0)
    #expect(try make("key 70° from the right").scene.lights[0].azimuth == 70)
  }

  @Test func whatCannotBeRenderedIsNamedOnce() throws {
    let draft = try make("on grass, brick wall, more grass, no smoke")
    #expect(draft.unrendered == ["grass", "brick wall"])
  }

  @Test func aHandleIsNoWordOfThePrompt() throws {
    let draft = try make("@grass and @Brick-wall_2 on marble, @ smoke")

    #expect(draft.unrendered == ["smoke"] && draft.scene.room.floorMaterial == .marble)
  }

  @Test func aStylesUnknownMaterialIsNamed() throws {
    var style = try #require(Catalog.builtIn.styles["soft-gray-studio"])
    style.surface.material = "moss"

    let draft = Scene.make(style: style, role: try #require(Catalog.builtIn.roles["hero"]))

    #expect(draft.unrendered == ["moss"] && draft.scene.room.floorMaterial == .paper)
  }

  @Test func aPlinthIsSetUnlessItIsDenied() throws {
    #expect(try make("on a round plinth").scene.plinth?.shape == .round)
    #expect(try make("on a square plinth").scene.plinth?.shape == .square)
    #expect(try make("no plinth").scene.plinth == nil)
  }

  @Test func copySpaceGoesToTheNamedSide() throws {
    #expect(try make("room for copy on the right").scene.frame.copySpace == .right)
    #expect(try make("copy space on the left").scene.frame.copySpace == .left)
  }

  @Test func aBackgroundEndsPureWhite() throws {
    let tan = try #require(HexColor("#E8D9C5"))
    let scene = try make("", style: "pure-white", background: tan).scene
    #expect(scene.room.floor == tan && !scene.exposure.clipsToWhite)
  }

  @Test func theSetKeepsItsHuesAwayFromTheProducts() throws {
    let orange = try #require(HexColor("#F4A840"))
    let facts = ProductFacts(aspect: 1, color: orange, isColorful: true)
    let room = try make("", style: "color-block", product: facts).scene.room
    for paper in [room.floor, room.wall] {
      let gap = abs(paper.hue.degrees - orange.hue.degrees)
      #expect(min(gap, 360 - gap) >= 30)
    }
  }
}
