import Catalog
import Imaging
import Testing

@testable import Studio

@Suite struct EdgeCaseTests {
  @Test(arguments: Fixture.styles)
  func aPictureOf16PxIsMade(style: String) throws {
    let picture = try Studio.render(Fixture.job(try Fixture.scene(style), size: (16, 16), samples: 2))
    #expect(picture.image.bytes.count == 16 * 16 * 4)
  }

  @Test func aProductOneWideStands() throws {
    let stick = Fixture.product(1, 80) { _, _ in (90, 60, 30, 255) }
    let picture = try Studio.render(Fixture.job(try Fixture.scene("soft-gray-studio"), product: stick, samples: 2))
    #expect(picture.placement.width == 1)
  }

  @Test func aProductOfOnePxStands() throws {
    let dot = Fixture.product(1, 1) { _, _ in (90, 60, 30, 255) }
    _ = try Studio.render(Fixture.job(try Fixture.scene("color-block"), product: dot, size: (40, 24), samples: 1))
  }

  @Test func anEmptyProductIsRefused() throws {
    let scene = try Fixture.scene("pure-white")
    let clear = Fixture.product(20, 20) { _, _ in nil }
    #expect(throws: StudioError.productEmpty) { try Studio.render(Fixture.job(scene, product: clear)) }
    let faint = Fixture.product(20, 20) { _, _ in (10, 10, 10, 60) }
    #expect(throws: StudioError.productEmpty) { try Studio.render(Fixture.job(scene, product: faint)) }
  }

  @Test func aMaskIsNoProduct() throws {
    let mask = Raster(width: 4, height: 4, format: .mask, filledWith: 255)
    #expect(throws: StudioError.productFormat("mask")) {
      try Studio.render(Fixture.job(try Fixture.scene("pure-white"), product: mask))
    }
  }

  @Test(arguments: [(7, 100), (100, 8_193), (8_192, 8_193), (Int.max, 8), (0, 0), (-5, 20)])
  func aSizeOutOfRangeIsRefused(width: Int, height: Int) throws {
    let job = Fixture.job(try Fixture.scene("pure-white"), size: (width, height))
    #expect(throws: StudioError.sizeOutOfRange(width: width, height: height)) { try Studio.render(job) }
  }

  @Test func aSceneWithANumberThatIsNoneIsRefused() throws {
    var scene = try Fixture.scene("pure-white")
    scene.frame.fill = .nan
    #expect(throws: StudioError.sceneField("frame.fill")) { try Studio.render(Fixture.job(scene)) }
    scene = try Fixture.scene("pure-white")
    scene.lights[0].distance = .infinity
    #expect(throws: StudioError.sceneField("lights[0].distance")) { try Studio.render(Fixture.job(scene)) }
  }

  @Test(arguments: ProductForm.allCases)
  func everyFormIsRendered(form: ProductForm) throws {
    var job = Fixture.job(try Fixture.scene("soft-gray-studio"), samples: 2)
    job.product.form = form
    job.product.dimensionsMillimetres = .init(width: 50, depth: 30, height: 90)
    _ = try Studio.render(job)
  }
}
