import Catalog
import Imaging
import Testing

@testable import Studio

/// What a picture says of itself, px by px.
@Suite struct PlanesTests {
  private func picture(_ change: (inout Scene) -> Void = { _ in }) throws -> StudioPicture {
    var scene = try Fixture.scene("color-block")
    (scene.frame.copySpace, scene.frame.copyShare) = (.none, 0)
    scene.camera.fNumber = nil
    change(&scene)
    var job = Fixture.job(scene, samples: 8)
    job.wantsPlanes = true
    return try Studio.render(job)
  }

  @Test func thingsAndTheProductAreWhereTheyAreSeen() throws {
    let picture = try picture { scene in
      scene.pieces = [
        .init(
          shape: .box, x: 0.75, z: -0.3, width: 0.3, height: 0.5, depth: 0.3, color: HexColor(red: 9, green: 9, blue: 9)
        )
      ]
    }
    let planes = try #require(picture.planes)
    let place = picture.placement
    #expect(planes.things.bytes[(place.y + place.height / 2) * 96 + place.x + place.width / 2] == 255)
    #expect(planes.things.bytes[96 * 95 + 1] == 1)
    #expect(planes.things.bytes[1] == 2)
    #expect(planes.things.bytes.contains(3))
    for at in 0..<96 * 96 {
      #expect(planes.product.bytes[at] == picture.placed.bytes[at * 4 + 3])
      #expect((planes.things.bytes[at] == 255) == (picture.placed.bytes[at * 4 + 3] >= 128))
    }
  }

  @Test func whatIsNearerIsBrighterInTheDepth() throws {
    let planes = try #require(try picture().planes)
    #expect(planes.depth.bytes.max() == 255)
    let column = (0..<96).map { Int(planes.depth.bytes[$0 * 96 + 1]) }
    #expect(zip(column, column.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(column[95] > column[0])
  }

  @Test func theFloorFacesUpAndTheWallTheCamera() throws {
    let planes = try #require(try picture().planes)
    #expect(planes.normal.px(1, 95) == [128, 255, 128, 255])
    #expect(planes.normal.px(1, 0) == [128, 128, 255, 255])
  }

  @Test func thePlateIsTheSetWithoutTheProduct() throws {
    let picture = try picture()
    let planes = try #require(picture.planes)
    // Where the product's shadow is not, both show the same.
    for y in 0..<96 {
      for x in 0..<96 where picture.placed.px(x, y)[3] == 0 && planes.shadow.bytes[y * 96 + x] == 255 {
        let pairs = zip(planes.plate.px(x, y), picture.image.px(x, y))
        #expect(pairs.allSatisfy { abs(Int($0) - Int($1)) <= 4 })
      }
    }
    let place = picture.placement
    let behind = planes.plate.px(place.x + place.width / 2, place.y + 4)
    #expect(abs(Int(behind[0]) - Int(planes.plate.px(1, place.y + 4)[0])) < 40)
  }

  @Test func theShadowIsDarkAtTheFootAndNoPlanesComeUnasked() throws {
    let planes = try #require(try picture().planes)
    #expect((planes.shadow.bytes.min() ?? 255) < 160)
    #expect(try Studio.render(Fixture.job(try Fixture.scene("color-block"), samples: 1)).planes == nil)
  }
}
