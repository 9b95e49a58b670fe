import Imaging
import Testing

@Suite struct RoundTrips {
  @Test func pngKeepsEveryByteAlsoUnderZeroAlpha() throws {
    let picture = Raster(
      width: 3, height: 2, format: .srgba,
      bytes: [1, 2, 3, 0, 250, 128, 7, 255, 9, 9, 9, 128, 0, 0, 0, 0, 255, 255, 255, 1, 77, 66, 55, 200])

    let file = try ImageFile.encode(picture, as: .png)

    #expect(try ImageFile.decode(file) == picture)
  }
}
