import Imaging
import Testing

@testable import Studio

@Suite struct LockTests {
  @Test(arguments: Fixture.styles, ["hero", "campaign"])
  func everyOpaquePxOfTheProductKeepsItsBytes(style: String, role: String) throws {
    let picture = try Studio.render(Fixture.job(try Fixture.scene(style, role: role), samples: 2))
    var opaque = 0
    for y in 0..<96 {
      for x in 0..<96 where picture.placed.px(x, y)[3] == 255 {
        #expect(picture.image.px(x, y) == picture.placed.px(x, y))
        opaque += 1
      }
    }
    #expect(opaque > 300)
  }

  @Test func aProductThatFitsAsItIsIsNotResampled() throws {
    var scene = try Fixture.scene("soft-gray-studio")
    scene.frame.fill = 0.92
    let picture = try Studio.render(Fixture.job(scene, size: (100, 100), samples: 1))
    let place = picture.placement
    #expect((place.width, place.height) == (52, 92))
    for y in 0..<place.height {
      for x in 0..<place.width {
        #expect(picture.placed.px(place.x + x, place.y + y) == Fixture.block.px(4 + x, 4 + y))
      }
    }
  }

  @Test func thePictureIsOpaqueAndHasTheAskedSize() throws {
    let picture = try Studio.render(Fixture.job(try Fixture.scene("color-block"), size: (64, 40), samples: 1))
    #expect((picture.image.width, picture.image.height) == (64, 40))
    #expect(picture.image.isOpaque)
  }

  @Test func enlargingAFlatColorKeepsIt() throws {
    let plain = Fixture.product(20, 20) { _, _ in (200, 100, 50, 255) }
    let picture = try Studio.render(Fixture.job(try Fixture.scene("pure-white"), product: plain, samples: 1))
    let place = picture.placement
    #expect(picture.image.px(place.x + place.width / 2, place.y + place.height / 2) == [200, 100, 50, 255])
  }

  @Test func theSetIsSeenThroughClearPartsAndTheRestStaysLocked() throws {
    let scene = try Fixture.scene("color-block")
    var job = Fixture.job(scene)
    let opaque = try Studio.render(job)
    var clear = Fixture.block
    for y in 30..<60 {
      for x in 15..<45 { clear.bytes[(y * 60 + x) * 4 + 3] = 40 }
    }
    job.product.clear = clear
    let glass = try Studio.render(job)
    #expect(glass.placement == opaque.placement)
    let (x, y) = (glass.placement.x + glass.placement.width / 2, glass.placement.y + glass.placement.height * 45 / 100)
    #expect(glass.image.px(x, y) != opaque.image.px(x, y))
    for at in 0..<96 * 96 where glass.placed.bytes[at * 4 + 3] == 255 {
      #expect(glass.image.bytes[at * 4..<at * 4 + 3] == glass.placed.bytes[at * 4..<at * 4 + 3])
    }
  }
}
