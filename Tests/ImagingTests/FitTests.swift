import Imaging
import Testing

@Suite struct Fitting {
  private func fit(_ picture: Raster, _ width: Int, _ height: Int) throws -> FittedPicture {
    try picture.fitted(to: SlotFrame(width: width, height: height))
  }

  /// Noise with a frame of one color around it, `margin` px wide.
  private func framed(_ width: Int, _ height: Int, _ color: PixelColor, margin: Int = 4) throws -> Raster {
    try noise(width - 2 * margin, height - 2 * margin, seed: 1, opaque: true)
      .pad(left: margin, top: margin, right: margin, bottom: margin, color: color)
  }

  private let gray = PixelColor(red: 240, green: 241, blue: 242)

  @Test func theSameSizeIsUnchangedWhateverItHolds() throws {
    let picture = noise(30, 20, seed: 1)

    #expect(try fit(picture, 30, 20) == .fitted(picture))
  }

  @Test func theSameProportionsAreReduced() throws {
    let picture = noise(90, 60, seed: 2)

    #expect(try fit(picture, 30, 20) == .fitted(picture.resize(toWidth: 30, height: 20)))
  }

  @Test(arguments: [(202, 200, 1, 0), (200, 202, 0, 1)])
  func upToOnePercentIsTrimmedEvenly(_ width: Int, _ height: Int, _ left: Int, _ top: Int) throws {
    let picture = noise(width, height, seed: 3, opaque: true)

    let middle = try picture.crop(x: left, y: top, width: 200, height: 200)
    #expect(try fit(picture, 100, 100) == .fitted(middle.resize(toWidth: 100, height: 100)))
    #expect(try fit(picture, 200, 200) == .fitted(middle))
  }

  @Test func moreThanOnePercentWithoutABackdropNeedsACrop() throws {
    #expect(try fit(noise(203, 200, seed: 4, opaque: true), 100, 100) == .needsCrop)
    #expect(try fit(noise(200, 203, seed: 4), 100, 100) == .needsCrop)
  }

  @Test func aTransparentBorderIsNoBackdrop() throws {
    #expect(try fit(even(400, 200, [255, 255, 255, 0]), 100, 100) == .needsCrop)
  }

  @Test(arguments: [(160, 80), (80, 160)]) func aPlainBackdropIsContinued(_ width: Int, _ height: Int) throws {
    let picture = try framed(width, height, gray)

    guard case .fitted(let fitted) = try fit(picture, 60, 60) else {
      Issue.record("not fitted")
      return
    }

    let inside = try picture.resize(within: 60, 60)
    let (left, top) = ((60 - inside.width) / 2, (60 - inside.height) / 2)
    #expect(left + top == 15)
    #expect(try fitted == inside.pad(left: left, top: top, right: left, bottom: top, color: gray))
  }

  @Test func anOddRestGoesToTheRightAndTheBottom() throws {
    let picture = try framed(20, 40, gray)

    #expect(try fit(picture, 41, 40) == .fitted(picture.pad(left: 10, top: 0, right: 11, bottom: 0, color: gray)))
    #expect(try fit(picture, 20, 43) == .fitted(picture.pad(left: 0, top: 1, right: 0, bottom: 2, color: gray)))
  }

  @Test func nothingIsEnlarged() throws {
    #expect(try fit(noise(50, 50, seed: 5), 100, 100) == .tooSmall)
    #expect(try fit(framed(99, 40, gray), 100, 100) == .tooSmall)
    #expect(try fit(noise(99, 100, seed: 5, opaque: true), 100, 100) == .tooSmall)
  }

  @Test func whatEvenACropWouldEnlargeIsTooSmall() throws {
    #expect(try fit(noise(300, 99, seed: 6, opaque: true), 100, 100) == .tooSmall)
    #expect(try fit(noise(300, 100, seed: 6, opaque: true), 100, 100) == .needsCrop)
  }

  @Test func aPixelTooFewIsPaddedWhereThatCanBe() throws {
    let picture = try framed(99, 100, gray)

    #expect(try fit(picture, 100, 100) == .fitted(picture.pad(left: 0, top: 0, right: 1, bottom: 0, color: gray)))
  }

  @Test func everyFrameIsMetExactly() throws {
    var random = Seeded(state: 7)
    let picture = try framed(97, 61, .white)
    for _ in 0..<60 {
      let (width, height) = (Int.random(in: 1...97, using: &random), Int.random(in: 1...61, using: &random))
      guard case .fitted(let fitted) = try fit(picture, width, height) else {
        Issue.record("\(width) × \(height)")
        continue
      }
      #expect(fitted.width == width && fitted.height == height)
    }
  }

  @Test(arguments: [(0, 5), (5, 0), (-1, -1), (.max, .max), (.min, 1)])
  func framesAreBounded(_ width: Int, _ height: Int) {
    #expect(throws: ImagingError.self) { try SlotFrame(width: width, height: height) }
  }

  @Test func aMaskIsRefusedAndWorkCanBeStopped() {
    #expect(throws: ImagingError.badParameter(name: "raster", detail: "must be straight sRGB with alpha")) {
      try fit(noise(4, 4, .mask, seed: 1), 2, 2)
    }
    #expect(throws: ImagingError.cancelled) {
      try noise(64, 64, seed: 1).fitted(to: SlotFrame(width: 32, height: 32), isCancelled: { true })
    }
  }
}

@Suite struct EncodingWithinBytes {
  private let picture = noise(60, 40, seed: 1, opaque: true)

  private func size(_ format: ImageFormat, _ quality: Int) throws -> Int {
    try ImageFile.encode(
      picture, as: format, options: EncodeOptions(quality: quality, level: .small, optimizesHuffman: true)
    ).count
  }

  @Test(arguments: [ImageFormat.jpeg, .webp]) func theBestQualityThatFitsIsTaken(_ format: ImageFormat) throws {
    for quality in [95, 92, 88, 84, 80, 75, 70] {
      let maxBytes = try size(format, quality)

      let file = try ImageFile.encode(picture, as: format, atMost: maxBytes)

      #expect(file.quality == quality && file.bytes.count == maxBytes)
    }
  }

  @Test(arguments: [ImageFormat.jpeg, .webp]) func whenNothingFitsTheSmallestSizeIsNamed(_ format: ImageFormat) throws {
    let smallest = try size(format, 70)

    #expect(throws: ImagingError.tooManyBytes(count: smallest, maxBytes: smallest - 1)) {
      try ImageFile.encode(picture, as: format, atMost: smallest - 1)
    }
  }

  @Test func withoutALimitTheBestIsTaken() throws {
    #expect(try ImageFile.encode(picture, as: .jpeg, atMost: nil).quality == 95)
    #expect(try ImageFile.encode(picture, as: .png, atMost: nil).quality == nil)
  }

  @Test func aPNGFitsOrDoesNot() throws {
    let file = try ImageFile.encode(picture, as: .png, atMost: nil)

    #expect(try ImageFile.decode(file.bytes) == picture)
    #expect(try ImageFile.encode(picture, as: .png, atMost: file.bytes.count) == file)
    #expect(throws: ImagingError.tooManyBytes(count: file.bytes.count, maxBytes: 100)) {
      try ImageFile.encode(picture, as: .png, atMost: 100)
    }
  }

  @Test func aWebPWithAlphaIsLosslessWhenThatFits() throws {
    let clear = noise(60, 40, seed: 2)
    let whole = try ImageFile.encode(clear, as: .webp, atMost: nil)

    let smaller = try ImageFile.encode(clear, as: .webp, atMost: whole.bytes.count - 1)

    #expect(whole.quality == nil)
    #expect(try ImageFile.decode(whole.bytes) == clear)
    #expect(try #require(smaller.quality) >= 70)
    #expect(try !ImageFile.decode(smaller.bytes).isOpaque)
  }

  @Test func itStopsWhenAsked() {
    #expect(throws: ImagingError.cancelled) {
      try ImageFile.encode(picture, as: .jpeg, atMost: 1, isCancelled: { true })
    }
  }
}
