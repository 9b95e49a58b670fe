import Imaging
import Testing

@Suite struct AnimatedPictureErrors {
  private let frame = even(20, 10, [1, 2, 3, 255])

  @Test(arguments: [Int.min, -1, 65_536, .max]) func refusesLoops(_ loops: Int) {
    #expect(throws: ImagingError.badParameter(name: "loops", detail: "must be between 0 and 65535")) {
      try AnimatedPicture(quality: 80, loops: loops)
    }
  }

  @Test func refusesToFinishWithoutFrames() throws {
    let animation = try AnimatedPicture(quality: 80)

    #expect(throws: ImagingError.badParameter(name: "frames", detail: "must be at least one")) {
      try animation.finish()
    }
  }

  @Test(arguments: [Int.min, -1, 0, 60_001, 1 << 24, .max]) func refusesDurations(_ duration: Int) throws {
    var animation = try AnimatedPicture(quality: 80)

    #expect(throws: ImagingError.badParameter(name: "milliseconds", detail: "must be between 1 and 60000")) {
      try animation.add(frame, milliseconds: duration)
    }
  }

  @Test(arguments: [(10, 20), (20, 11), (19, 10)]) func refusesOtherSizes(_ width: Int, _ height: Int) throws {
    var animation = try AnimatedPicture(quality: 80)
    try animation.add(frame, milliseconds: 40)

    #expect(throws: ImagingError.badParameter(name: "frame", detail: "must have 20 × 10 px like the first")) {
      try animation.add(even(width, height, [1, 2, 3, 255]), milliseconds: 40)
    }
  }

  @Test(arguments: [PixelFormat.mask, .srgbaPremultiplied]) func refusesOtherPixels(_ format: PixelFormat) throws {
    var animation = try AnimatedPicture(quality: 80)

    #expect(throws: ImagingError.badParameter(name: "frame", detail: "must be straight sRGB with alpha")) {
      try animation.add(Raster(width: 4, height: 4, format: format), milliseconds: 40)
    }
  }

  @Test func takesTheLongestSideAndRefusesOnePixelMore() throws {
    var animation = try AnimatedPicture(quality: 80)

    #expect(throws: ImagingError.tooLarge(width: 1, height: 16_384, maxPixels: 16_383 * 16_383)) {
      try animation.add(even(1, 16_384, [1, 2, 3, 255]), milliseconds: 40)
    }
    try animation.add(even(16_383, 1, [1, 2, 3, 255]), milliseconds: 40)
    #expect(try ShownAnimation(animation.finish())?.pictures.map(\.width) == [16_383])
  }

  @Test func takesAThousandFramesAndRefusesOneMore() throws {
    var animation = try AnimatedPicture(quality: nil)
    for step in 0..<1_000 { try animation.add(even(2, 2, [UInt8(step & 255), 0, 0, 255]), milliseconds: 60_000) }

    #expect(throws: ImagingError.badParameter(name: "frames", detail: "must be at most 1000")) {
      try animation.add(even(2, 2, [0, 0, 0, 255]), milliseconds: 40)
    }
    #expect(try ShownAnimation(animation.finish())?.durations == Array(repeating: 60_000, count: 1_000))
  }

  @Test func refusesAFrameThatOutgrowsTheFile() throws {
    var whole = try AnimatedPicture(quality: nil)
    try whole.add(frame, milliseconds: 40)
    let size = try whole.finish().count
    var small = try AnimatedPicture(quality: nil, maxBytes: size - 1)
    var exact = try AnimatedPicture(quality: nil, maxBytes: size)

    #expect(throws: ImagingError.tooManyBytes(count: size, maxBytes: size - 1)) {
      try small.add(frame, milliseconds: 40)
    }
    #expect(throws: Never.self) { try exact.add(frame, milliseconds: 40) }
  }

  @Test func aRefusedFrameLeavesNoTrace() throws {
    var animation = try AnimatedPicture(quality: 80)
    try animation.add(frame, milliseconds: 40)
    let before = try animation.finish()

    #expect(throws: ImagingError.self) { try animation.add(even(20, 11, [0, 0, 0, 255]), milliseconds: 40) }
    #expect(throws: ImagingError.self) { try animation.add(even(20, 10, [0, 0, 0, 255]), milliseconds: 0) }

    #expect(animation.count == 1)
    #expect(try animation.finish() == before)
  }
}
