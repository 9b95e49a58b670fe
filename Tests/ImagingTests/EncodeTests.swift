import Imaging
import Testing

@Suite struct Encoding {
  @Test(arguments: [EncodeOptions.Level.fast, .normal, .small])
  func pngKeepsEveryByteAlsoUnderZeroAlpha(_ level: EncodeOptions.Level) throws {
    let picture = noise(37, 21, seed: 1)

    #expect(try ImageFile.decode(ImageFile.encode(picture, as: .png, options: EncodeOptions(level: level))) == picture)
  }

  @Test func opaquePicturesAndMasksComeBack() throws {
    let (picture, mask) = (noise(20, 10, seed: 2, opaque: true), noise(20, 10, .mask, seed: 3))

    #expect(try ImageFile.decode(ImageFile.encode(picture, as: .png)) == picture)
    #expect(try ImageFile.decodeMask(ImageFile.encode(mask, as: .png)) == mask)
    #expect(try ImageFile.header(of: ImageFile.encode(picture, as: .png)).hasAlpha == false)
  }

  @Test func losslessWebPKeepsEveryByte() throws {
    let picture = noise(33, 17, seed: 4)

    let file = try ImageFile.encode(picture, as: .webp, options: EncodeOptions(isLossless: true))

    #expect(try ImageFile.decode(file) == picture)
  }

  @Test func aPNGSaysThatItIsSRGB() throws {
    let file = try ImageFile.encode(even(1, 1, [1, 2, 3, 255]), as: .png)

    #expect(Array(file[33..<46]) == FileParts.chunk("sRGB", [1]))
  }

  @Test(arguments: ImageFormat.allCases) func theSamePictureGivesTheSameBytes(_ format: ImageFormat) throws {
    let picture = noise(64, 48, seed: 5)

    #expect(try ImageFile.encode(picture, as: format) == ImageFile.encode(picture, as: format))
  }

  @Test func jpegShowsAlphaOverWhite() throws {
    // Half of (100, 0, 200) over white: 255 + (c - 255) · 128 / 255 = (177, 127, 227).
    let picture = even(16, 16, [100, 0, 200, 128])

    let shown = try ImageFile.decode(ImageFile.encode(picture, as: .jpeg, options: EncodeOptions(quality: 100)))

    #expect(zip(shown.pixel(8, 8), [177, 127, 227, 255]).allSatisfy { abs(Int($0) - $1) <= 2 })
  }

  @Test(arguments: [(85, 0x22), (86, 0x11), (1, 0x22), (100, 0x11)] as [(Int, UInt8)])
  func chromaFollowsQuality(_ quality: Int, _ sampling: UInt8) throws {
    let file = try ImageFile.encode(even(16, 16, [9, 9, 9, 255]), as: .jpeg, options: EncodeOptions(quality: quality))

    let frame = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
    #expect(file[frame + 11] == sampling)
  }

  @Test func optimizedTablesMakeSmallerFiles() throws {
    let picture = noise(64, 64, seed: 6, opaque: true)
    let optimized = try ImageFile.encode(picture, as: .jpeg, options: EncodeOptions(optimizesHuffman: true))

    #expect(try optimized.count < ImageFile.encode(picture, as: .jpeg).count)
  }

  @Test func qualityStaysInItsRange() {
    #expect(EncodeOptions(quality: .max).quality == 100)
    #expect(EncodeOptions(quality: .min).quality == 1)
  }

  @Test func sidesThatAFormatCannotHoldAreRefused() {
    #expect(throws: ImagingError.tooLarge(width: 16_384, height: 1, maxPixels: 16_383 * 16_383)) {
      try ImageFile.encode(Raster(width: 16_384, height: 1, format: .mask), as: .webp)
    }
    #expect(throws: ImagingError.tooLarge(width: 65_501, height: 1, maxPixels: 65_500 * 65_500)) {
      try ImageFile.encode(Raster(width: 65_501, height: 1, format: .mask), as: .jpeg)
    }
  }

  @Test(arguments: ImageFormat.allCases) func cancelledWritingSaysSo(_ format: ImageFormat) {
    #expect(throws: ImagingError.cancelled) {
      try ImageFile.encode(noise(40, 40, seed: 7), as: format, isCancelled: { true })
    }
  }

  @Test func formatsHaveTypesAndSuffixes() {
    #expect(ImageFormat.allCases.map(\.mediaType) == ["image/png", "image/jpeg", "image/webp"])
    #expect(ImageFormat.allCases.map(\.fileExtension) == ["png", "jpg", "webp"])
  }
}
