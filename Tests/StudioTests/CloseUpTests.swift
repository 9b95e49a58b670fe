import Imaging
import Testing

@testable import Studio

@Suite struct CloseUpTests {
  /// A plain sheet of 900 px with fine print in one corner.
  private static let sheet = Fixture.product(900, 900) { x, y in
    let isPrint = x > 560 && y > 600 && (x / 3 + y / 3) % 2 == 0
    return isPrint ? (20, 30, 40, 255) : (200, 190, 170, 255)
  }

  @Test func aDetailShowsThePhotosOwnPixelsWhereThePrintIs() throws {
    let job = Fixture.job(
      try Fixture.scene("soft-gray-studio", role: "detail"), product: Self.sheet, size: (300, 300), samples: 1)

    let picture = try Studio.render(job)

    #expect((picture.placement.width, picture.placement.height) == (720, 720))
    #expect(picture.placement.x < -150 && picture.placement.y < -150)
    #expect(picture.image == picture.placed)
  }

  @Test func atTheSizeOfThePhotoNothingIsResampled() throws {
    let job = Fixture.job(
      try Fixture.scene("macro-material"), product: Self.sheet, size: (640, 480), samples: 1)

    let picture = try Studio.render(job)

    let place = picture.placement
    #expect((place.width, place.height) == (900, 900))
    for (x, y) in [(0, 0), (320, 240), (639, 479)] {
      #expect(picture.image.px(x, y) == Self.sheet.px(x - place.x, y - place.y))
    }
  }

  @Test func aPreviewShowsTheSamePart() throws {
    let job = Fixture.job(
      try Fixture.scene("soft-gray-studio", role: "detail"), product: Self.sheet, size: (768, 768), samples: 1)
    let outline = try ProductOutline(Self.sheet)

    let preview = try job.preview()
    let small = Layout(try #require(preview), outline: outline).placement
    let full = Layout(job, outline: outline).placement

    #expect(small.width * 2 == full.width)
    #expect(abs(small.x * 2 - full.x) <= 16 && abs(small.y * 2 - full.y) <= 16)
  }

  @Test(arguments: [(500, 500), (630, 630), (500, 900)])
  func aProductThatItsPhotoCutsFillsTheFrame(width: Int, height: Int) throws {
    let part = Fixture.product(width, height) { x, y in (UInt8(40 + x % 100), 120, 90, 255) }
    let job = Fixture.job(
      try Fixture.scene("macro-material", role: "detail"), product: part, size: (640, 640), samples: 1)

    let picture = try Studio.render(job)

    let place = picture.placement
    #expect(place.x <= 0 && place.y <= 0 && place.x + place.width >= 640 && place.y + place.height >= 640)
    #expect(picture.image == picture.placed)
  }

  @Test func aSmallPhotoIsNeverBlownUp() throws {
    let job = Fixture.job(try Fixture.scene("soft-gray-studio", role: "detail"), size: (64, 64), samples: 1)

    #expect(try Studio.render(job).placement.height <= 92)
  }
}
