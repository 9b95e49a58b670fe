import Imaging
import Testing

@Suite struct Decoding {
  private func isNear(_ pixel: [UInt8], _ expected: [Int], by tolerance: Int = 3) -> Bool {
    zip(pixel, expected).allSatisfy { abs(Int($0) - $1) <= tolerance }
  }

  @Test func sixteenBitsAreRoundedToEight() throws {
    // 4660 / 257 = 18.1; 65244 / 257 = 253.9; 32768 / 257 = 127.5.
    let picture = try ImageFile.decode(Fixture.rgb16)

    #expect(picture.pixel(0, 0) == [0, 100, 255, 255])
    #expect([127, 128].contains(picture.pixel(1, 0)[0]))
    #expect(picture.pixel(1, 0)[1...] == [18, 254, 255])
  }

  @Test func grayWithAlphaBecomesColorWithAlpha() throws {
    #expect(try ImageFile.decode(Fixture.grayAlpha16).bytes == [40, 40, 40, 255, 255, 255, 255, 7])
  }

  @Test func oneBitGrayIsBlackAndWhite() throws {
    #expect(try ImageFile.decodeMask(Fixture.gray1) == art("#.##....", "....##.#"))
  }

  @Test func paletteAndTransparentEntries() throws {
    #expect(
      try ImageFile.decode(Fixture.palette4).bytes == [
        255, 0, 0, 0, 0, 255, 0, 128, 0, 0, 255, 255, 10, 20, 30, 255,
      ])
  }

  @Test func aTransparentColorBecomesAlphaZero() throws {
    #expect(try ImageFile.decode(Fixture.rgbKey).bytes == [1, 2, 3, 255, 4, 5, 6, 0])
  }

  @Test func interlacedRowsLieWhereTheyBelong() throws {
    let mask = try ImageFile.decodeMask(Fixture.adam7)

    #expect((mask.width, mask.height) == (11, 9))
    for index in 0..<99 { #expect(Int(mask.bytes[index]) == (23 * (index % 11) + 41 * (index / 11)) % 256) }
  }

  @Test func inksWithoutAProfileAreIdeal() throws {
    // 255 · (255, 55, 105) / 255 · 235 / 255, and (155, 255, 255).
    for file in [Fixture.cmykJPEG, Fixture.ycckJPEG] {
      let picture = try ImageFile.decode(file)
      #expect(isNear(picture.pixel(3, 8), [235, 51, 97, 255]))
      #expect(isNear(picture.pixel(12, 8), [155, 255, 255, 255]))
    }
  }

  @Test func grayJPEG() throws {
    #expect(isNear(try ImageFile.decode(Fixture.grayJPEG).pixel(5, 5), [77, 77, 77, 255], by: 1))
    #expect(isNear(try ImageFile.decodeMask(Fixture.grayJPEG).pixel(5, 5), [77], by: 1))
  }

  @Test(arguments: [Fixture.progressiveJPEG, Fixture.webpLossy])
  func lossyHalves(_ file: [UInt8]) throws {
    let picture = try ImageFile.decode(file)

    #expect(isNear(picture.pixel(8, 2), [220, 30, 40, 255], by: 8))
    #expect(isNear(picture.pixel(8, 13), [20, 60, 200, 255], by: 8))
  }

  @Test func losslessWebPKeepsColorsUnderAlpha() throws {
    let picture = try ImageFile.decode(Fixture.webpLossless)

    #expect(picture.pixel(0, 0) == [9, 8, 7, 0])
    #expect(picture.pixel(1, 0) == [5, 6, 7, 100])
    #expect(picture.pixel(15, 15) == [20, 60, 200, 255])
  }

  @Test func headersSayWhatIsInside() throws {
    let palette = try ImageFile.header(of: Fixture.palette4)
    #expect((palette.width, palette.height, palette.hasAlpha, palette.hasProfile) == (4, 1, true, false))
    let deep = try ImageFile.header(of: Fixture.rgb16)
    #expect((deep.format, deep.bitDepth, deep.hasAlpha) == (.png, 16, false))
    let web = try ImageFile.header(of: Fixture.webpLossless)
    #expect((web.format, web.width, web.height, web.hasAlpha) == (.webp, 16, 16, true))
    let jpeg = try ImageFile.header(
      of: FileParts.jpeg(Fixture.progressiveJPEG, adding: 0xE1, Array("Exif\0\0".utf8) + FileParts.exif(6)))
    #expect((jpeg.format, jpeg.orientation, jpeg.bitDepth) == (.jpeg, .rightTop, 8))
  }

  @Test(arguments: ImageFormat.allCases) func theHeadOfAFileSufficesForItsHeader(_ format: ImageFormat) throws {
    let file = try ImageFile.encode(noise(90, 70, seed: 1), as: format)

    #expect(try ImageFile.header(of: Array(file.prefix(400))) == ImageFile.header(of: file))
  }

  /// The stored `L` of two colors, and how each orientation shows it. Source: Exif 2.32, table of tag 0x0112.
  private static let shown: [(UInt8, Raster)] = [
    (1, art("#..", "#90")), (2, art("..#", "09#")), (3, art("09#", "..#")), (4, art("#90", "#..")),
    (5, art("##", ".9", ".0")), (6, art("##", "9.", "0.")), (7, art("0.", "9.", "##")), (8, art(".0", ".9", "##")),
  ]

  @Test(arguments: shown, [true, false])
  func everyOrientationIsShownUpright(_ one: (tag: UInt8, shown: Raster), isLittle: Bool) throws {
    let stored = try ImageFile.encode(art("#..", "#90"), as: .png)
    let file = FileParts.png(stored, adding: FileParts.chunk("eXIf", FileParts.exif(one.tag, isLittle: isLittle)))

    #expect(try ImageFile.decodeMask(file) == one.shown)
    #expect(try ImageFile.decode(file) == one.shown.grayPicture)
    let header = try ImageFile.header(of: file)
    #expect((header.width, header.height) == (one.shown.width, one.shown.height))
  }

  @Test func aJPEGIsTurnedToo() throws {
    let wide = try ImageFile.encode(even(24, 8, [90, 90, 90, 255]), as: .jpeg)
    let file = FileParts.jpeg(wide, adding: 0xE1, Array("Exif\0\0".utf8) + FileParts.exif(8))

    let picture = try ImageFile.decode(file)

    #expect((picture.width, picture.height) == (8, 24))
  }

  @Test(arguments: [0, 9, 255] as [UInt8]) func anUnknownOrientationIsUpright(_ tag: UInt8) throws {
    let stored = try ImageFile.encode(art("#.."), as: .png)

    #expect(
      try ImageFile.decodeMask(FileParts.png(stored, adding: FileParts.chunk("eXIf", FileParts.exif(tag))))
        == art("#.."))
  }

  @Test(arguments: [
    (200, 200, 120), (100, 100, 60), (50, 50, 30), (60, 60, 36), (25, 25, 15), (7, 7, 4), (201, 200, 120),
  ])
  func fittingGivesTheLongerSide(_ fitting: Int, _ width: Int, _ height: Int) throws {
    let file = try ImageFile.encode(even(200, 120, [200, 100, 50, 255]), as: .jpeg)

    let picture = try ImageFile.decode(file, fitting: fitting)

    #expect((picture.width, picture.height) == (width, height))
    #expect(isNear(picture.pixel(width / 2, height / 2), [200, 100, 50, 255]))
  }

  @Test func aMaskWithColorsIsRefused() {
    #expect(throws: ImagingError.damaged(format: "png", detail: "a mask must be gray", byte: nil)) {
      try ImageFile.decodeMask(Fixture.palette4)
    }
  }
}
