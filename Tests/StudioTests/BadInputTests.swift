import Catalog
import Imaging
import Testing

@testable import Studio

/// Products and words as careless people and machines send them.
@Suite struct BadInputTests {
  @Test func aProductOf40PxIsMadeWithAWarning() throws {
    let tiny = try Fixture.block.resize(toWidth: 24, height: 40)
    let picture = try Studio.render(
      Fixture.job(try Fixture.scene("soft-gray-studio"), product: tiny, size: (200, 200), samples: 1))
    let isWarned = picture.warnings.contains { if case .enlarged(let factor) = $0 { factor > 3 } else { false } }
    #expect(isWarned)
  }

  @Test func aProductOf12000PxIsMade() throws {
    let tall = Raster(width: 300, height: 12_000, format: .srgba, filledWith: 200)
    let picture = try Studio.render(Fixture.job(try Fixture.scene("color-block"), product: tall, samples: 1))
    #expect(picture.placement.height > 10 * picture.placement.width)
  }

  @Test func aProductWithoutAnyClearPxIsMade() throws {
    let photo = Fixture.product(80, 60) { x, y in (UInt8(x), UInt8(y), 99, 255) }
    for style in Fixture.styles {
      _ = try Studio.render(Fixture.job(try Fixture.scene(style), product: photo, samples: 1))
    }
  }

  @Test func aProductThatItsFrameCutsOffIsMade() throws {
    let cut = Fixture.product(60, 60) { x, y in
      (x - 60) * (x - 60) + (y - 60) * (y - 60) < 2_500 ? (90, 30, 30, 255) : nil
    }
    let picture = try Studio.render(Fixture.job(try Fixture.scene("north-window"), product: cut, samples: 2))
    #expect(picture.image.isOpaque)
  }

  @Test(arguments: [(400, 20), (20, 400)])
  func aProductOf20To1IsMade(width: Int, height: Int) throws {
    let bar = Fixture.product(width, height) { _, _ in (120, 110, 100, 255) }
    for style in ["soft-gray-studio", "color-block", "dark-luxe"] {
      let picture = try Studio.render(Fixture.job(try Fixture.scene(style), product: bar, samples: 1))
      let place = picture.placement
      #expect(place.x >= 0 && place.y >= 0 && place.x + place.width <= 96 && place.y + place.height <= 96)
    }
  }

  @Test func aProductOfScatteredSpecksIsMade() throws {
    let specks = Fixture.product(90, 90) { x, y in (x * 31 + y * 17) % 41 == 0 ? (200, 200, 200, 255) : nil }
    _ = try Studio.render(Fixture.job(try Fixture.scene("festive-campaign"), product: specks, samples: 1))
  }

  @Test(arguments: ["arch sphere ", "marble ", "3200 K ", "#FFFFFF ", "foot at 1 %, ", "🫖 ", "no "])
  func aPromptOf20000CharactersMakesAValidScene(word: String) throws {
    let prompt = String(repeating: word, count: 20_000 / word.count)
    let style = try #require(Catalog.builtIn.styles["hard-sun"])
    let role = try #require(Catalog.builtIn.roles["hero"])
    try Scene.make(style: style, role: role, prompt: prompt).scene.check()
  }

  @Test(arguments: [0, 1, 5_500, 12_345, 999_999])
  func numbersThatNoLampHasAreLeftAlone(kelvin: Int) throws {
    try Fixture.scene("hard-sun", prompt: "\(kelvin) K, \(kelvin)° from the left, \(kelvin) mm wide").check()
  }
}
