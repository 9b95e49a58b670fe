import Catalog
import Imaging
import Testing

@testable import Studio

/// Products set into photos of places and of people.
@Suite struct PlacePhotoTests {
  /// A pale ground under a wall; one side may be brighter, as from a window.
  private func photo(_ width: Int, _ height: Int, brightLeft: Bool = false) -> Raster {
    Fixture.product(width, height) { x, y in
      let base = y < height / 2 ? 190 : 170
      let lift = brightLeft ? max(0, 60 - x * 120 / width) : 0
      return (UInt8(base + lift), UInt8(base - 10 + lift), UInt8(base - 20 + lift), 255)
    }
  }

  private func draft(
    _ prompt: String, photo: PlacePhoto, dimensions: ProductDimensions? = nil
  ) throws -> SceneDraft {
    let role = try #require(Catalog.builtIn.roles["lifestyle"])
    let facts = try StudioProduct(image: Fixture.block).facts()
    return Scene.make(on: photo, role: role, prompt: prompt, dimensions: dimensions, product: facts)
  }

  private func picture(_ prompt: String = "", kind: PlacePhoto.Kind = .scene) throws -> (StudioPicture, Raster) {
    let place = try PlacePhoto(photo(240, 160), kind: kind, width: 120, height: 80)
    var job = Fixture.job(try draft(prompt, photo: place).scene, size: (120, 80), samples: 8)
    job.place = place
    if kind == .model { job.product.form = .lying }
    return (try Studio.render(job), place.image)
  }

  @Test(arguments: [PlacePhoto.Kind.scene, .model])
  func thePhotoStaysAsItIsButForTheShadow(kind: PlacePhoto.Kind) throws {
    let (picture, photo) = try picture(kind: kind)
    var darkest = 0
    for y in 0..<80 {
      for x in 0..<120 {
        let px = picture.image.px(x, y)
        if picture.placed.px(x, y)[3] == 255 {
          #expect(px == picture.placed.px(x, y))
        } else if picture.placed.px(x, y)[3] == 0 {
          darkest = max(darkest, photo.light(x, y) - picture.image.light(x, y))
          #expect(picture.image.light(x, y) - photo.light(x, y) < 12)
        }
      }
    }
    #expect(darkest > 60)
    // Far from the product nothing changes by more than rounding.
    #expect(abs(picture.image.light(2, 3) - photo.light(2, 3)) <= 3)
  }

  @Test func theFootStandsWhereThePromptSays() throws {
    let (picture, _) = try picture("foot at 30 %, 75 %")
    let place = picture.placement
    #expect(abs(place.y + place.height - 60) <= 2)
    #expect(abs(place.x + place.width / 2 - 36) <= 2)
  }

  @Test func aKnownWidthGivesTheTrueSize() throws {
    // 90 mm of product in a place 600 mm wide: 18 of 120 px.
    let place = try PlacePhoto(photo(240, 160), kind: .scene, width: 120, height: 80)
    let draft = try draft(
      "600 mm wide", photo: place, dimensions: .init(width: 90, depth: 90, height: 159))
    var job = Fixture.job(draft.scene, size: (120, 80), samples: 1)
    job.place = place
    #expect(abs(try Studio.render(job).placement.width - 18) <= 1)
    #expect(draft.shortfalls == [])
    #expect(try self.draft("", photo: place).shortfalls.count == 1)
  }

  @Test func theShadowFallsAwayFromABrightSide() throws {
    let bright = try PlacePhoto(photo(240, 160, brightLeft: true), kind: .scene, width: 120, height: 80)
    #expect(try #require(try draft("", photo: bright).scene.key).azimuth < 0)
    #expect(try #require(try draft("light from the right", photo: bright).scene.key).azimuth > 0)
  }

  @Test func aPhotoOfAnotherShapeIsCroppedAroundItsMiddle() throws {
    let wide = Fixture.product(300, 100) { x, _ in (x < 100 ? 255 : 0, x < 200 ? 255 : 0, 0, 255) }
    let place = try PlacePhoto(wide, kind: .scene, width: 50, height: 50)
    #expect((place.image.width, place.image.height) == (50, 50))
    for x in [0, 25, 49] { #expect(place.image.px(x, 25) == [0, 255, 0, 255]) }
  }

  @Test func aPhotoOfAnotherSizeThanThePictureIsRefused() throws {
    let place = try PlacePhoto(photo(240, 160), kind: .scene, width: 120, height: 80)
    var job = Fixture.job(try draft("", photo: place).scene, size: (96, 96), samples: 1)
    job.place = place
    #expect(throws: StudioError.sizeOutOfRange(width: 120, height: 80)) { try Studio.render(job) }
  }
}

/// The side that a product's photo was lit from.
@Suite struct PhotoLightTests {
  private func cylinder(bright: Int) throws -> PhotoLight {
    let image = Fixture.product(80, 120) { x, y in
      guard (10..<70).contains(x), (6..<114).contains(y) else { return nil }
      let shade = 120 + bright * (x - 40)
      // A label on one side only.
      return (14..<34).contains(x) && (40..<60).contains(y) ? (20, 20, 20, 255) : (UInt8(shade), UInt8(shade), 90, 255)
    }
    return try #require(try StudioProduct(image: image).facts().light)
  }

  @Test func theBrighterSideIsTheLights() throws {
    #expect(try cylinder(bright: 2).direction == 1)
    #expect(try cylinder(bright: -2).direction == -1)
    #expect(try cylinder(bright: 0).direction == 0)
  }

  @Test func theRigIsMirroredUnlessThePromptSaysTheSide() throws {
    let style = try #require(Catalog.builtIn.styles["hard-sun"])
    let role = try #require(Catalog.builtIn.roles["hero"])
    func make(_ prompt: String, _ light: Double) -> SceneDraft {
      let facts = ProductFacts(
        aspect: 0.5, color: HexColor(red: 90, green: 90, blue: 90), isColorful: false, light: .init(side: light))
      return Scene.make(style: style, role: role, prompt: prompt, product: facts)
    }
    let plain = try #require(make("", 0).scene.key).azimuth
    let same = plain > 0 ? 0.4 : -0.4
    #expect(make("", same).lightMatch == .none)
    #expect(make("", -same).lightMatch == .mirrored)
    #expect(make("", -same).scene.lights.map(\.azimuth) == make("", 0).scene.lights.map { -$0.azimuth })
    let asked = make(plain > 0 ? "light from the right" : "light from the left", -same)
    #expect(asked.lightMatch == .differs && asked.scene.key?.azimuth == plain)
  }
}
