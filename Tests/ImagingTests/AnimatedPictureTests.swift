import Imaging
import Testing

@Suite struct AnimatedPictures {
  /// The file of frames that are shown for 40 ms each.
  private func file(_ frames: [Raster], quality: Int?, loops: Int = 0) throws -> [UInt8] {
    var animation = try AnimatedPicture(quality: quality, loops: loops)
    for frame in frames { try animation.add(frame, milliseconds: 40) }
    return try animation.finish()
  }

  /// A picture of noise, in which `change` has given new bytes to some pixels.
  private func frame(
    _ width: Int, _ height: Int, opaque: Bool = true, _ change: (_ x: Int, _ y: Int) -> [UInt8]?
  ) -> Raster {
    var raster = noise(width, height, seed: 1, opaque: opaque)
    for place in 0..<width * height {
      if let pixel = change(place % width, place / width) {
        raster.bytes.replaceSubrange(place * 4..<place * 4 + 4, with: pixel)
      }
    }
    return raster
  }

  /// A dark square of 9 px that moves two to the right and one down with each frame.
  private func movingSquare(_ width: Int, _ height: Int, opaque: Bool = true) -> [Raster] {
    (0..<6).map { step in
      frame(width, height, opaque: opaque) { x, y in
        step * 2..<step * 2 + 9 ~= x && step..<step + 9 ~= y ? [9, 8, 7, 255] : nil
      }
    }
  }

  @Test(arguments: [(1, 1), (3, 2), (4, 4), (5, 7), (16, 16), (37, 21)])
  func losslessFramesComeBackToTheByte(_ width: Int, _ height: Int) throws {
    let frames = movingSquare(width, height) + [noise(width, height, seed: 2, opaque: true)]

    let shown = try #require(ShownAnimation(file(frames, quality: nil)))

    #expect(shown.pictures == frames)
  }

  @Test func losslessFramesKeepTransparencyAndTheColorsUnderIt() throws {
    let frames = movingSquare(37, 21, opaque: false) + [noise(37, 21, seed: 2), noise(37, 21, seed: 3, opaque: true)]

    let shown = try #require(ShownAnimation(file(frames, quality: nil)))

    #expect(shown.pictures == frames)
  }

  @Test(arguments: [0, 50, 80, 100]) func unchangedPixelsOfALossyFrameStayToTheByte(_ quality: Int) throws {
    // The left part is the same in all frames, the right part never.
    let frames = (0..<5).map { step in
      let light = noise(61, 40, seed: UInt64(100 + step), opaque: true)
      return frame(61, 40) { x, y in x < 23 ? nil : light.pixel(x, y) }
    }

    let shown = try #require(ShownAnimation(file(frames, quality: quality)))

    let parts = try shown.pictures.map { try $0.crop(x: 0, y: 0, width: 23, height: 40) }
    #expect(parts.allSatisfy { $0 == parts[0] })
    #expect(shown.pictures[1] != shown.pictures[0])
  }

  @Test(arguments: 12..<16, 12..<16) func anUnchangedSquareOfSevenStaysToTheByte(_ left: Int, _ top: Int) throws {
    let frames = (0..<4).map { step in
      frame(40, 40) { x, y in left..<left + 7 ~= x && top..<top + 7 ~= y ? nil : [UInt8(step * 60), 90, 120, 255] }
    }

    let shown = try #require(ShownAnimation(file(frames, quality: 80)))

    let parts = try shown.pictures.map { try $0.crop(x: left, y: top, width: 7, height: 7) }
    #expect(parts.allSatisfy { $0 == parts[0] })
  }

  @Test func aSlowChangeIsNotLost() throws {
    let frames = (UInt8(60)..<120).map { level in even(32, 32, [level, level, level, 255]) }

    let shown = try #require(ShownAnimation(file(frames, quality: 80)))

    #expect(zip(shown.pictures, frames).allSatisfy { distance($0, $1) <= 4 })
  }

  @Test func lossyFramesMayBeTransparent() throws {
    let frames = [even(20, 20, [200, 0, 0, 255]), even(20, 20, [0, 0, 200, 0]), even(20, 20, [0, 200, 0, 128])]

    let shown = try #require(ShownAnimation(file(frames, quality: 80)))

    #expect(shown.pictures.map { $0.pixel(9, 9)[3] } == [255, 0, 128])
  }

  @Test func everyFrameKeepsItsDuration() throws {
    let durations = [1, 60_000, 2, 41, 59_999]
    var animation = try AnimatedPicture(quality: 80)
    for (step, duration) in durations.enumerated() {
      // The frames 1 and 2, and 3 and 4, are the same.
      try animation.add(even(24, 16, [UInt8((step + 1) / 2 * 50), 0, 0, 255]), milliseconds: duration)
    }

    let shown = try #require(ShownAnimation(animation.finish()))

    #expect(shown.durations == durations)
  }

  @Test(arguments: [0, 1, 65_535]) func loopsAreKept(_ loops: Int) throws {
    let shown = try #require(ShownAnimation(file(movingSquare(20, 20), quality: 80, loops: loops)))

    #expect(shown.loops == loops)
  }

  @Test(arguments: [80, nil]) func theHeadSaysWhatTheFileHolds(_ quality: Int?) throws {
    // Source: RFC 9649, section 2.7: the size of the file, VP8X with its flags and the size less one, then ANIM.
    let bytes = try file([noise(300, 7, seed: 1, opaque: true)], quality: quality, loops: 258)

    let size = bytes.count - 8
    #expect(bytes[4..<8].elementsEqual([UInt8(size & 255), UInt8(size >> 8 & 255), UInt8(size >> 16), 0]))
    #expect(bytes[12..<30].elementsEqual(Array("VP8X".utf8) + [10, 0, 0, 0, 0b10, 0, 0, 0, 43, 1, 0, 6, 0, 0]))
    #expect(bytes[30..<44].elementsEqual(Array("ANIM".utf8) + [6, 0, 0, 0, 0, 0, 0, 0, 2, 1]))
  }

  @Test(arguments: [80, nil]) func onlyWhatChangesTakesRoom(_ quality: Int?) throws {
    let still = noise(128, 128, seed: 1, opaque: true)
    let one = try file([still], quality: quality)

    let ten = try file(Array(repeating: still, count: 10), quality: quality)

    #expect(ten.count < one.count + 9 * 120)
  }

  @Test(arguments: [80, nil]) func theSameFramesGiveTheSameBytes(_ quality: Int?) throws {
    let frames = movingSquare(64, 48)

    #expect(try file(frames, quality: quality) == file(frames, quality: quality))
  }

  @Test func qualityStaysInItsRange() throws {
    let frames = movingSquare(20, 20)

    #expect(try file(frames, quality: .max) == file(frames, quality: 100))
    #expect(try file(frames, quality: .min) == file(frames, quality: 0))
  }

  @Test func itIsNotOnePictureForImageFile() throws {
    let bytes = try file(movingSquare(20, 20), quality: 80)

    #expect(ImageFile.format(of: bytes) == .webp)
    #expect(
      throws: ImagingError.damaged(format: "webp", detail: "it is an animation; one picture is needed", byte: nil)
    ) { try ImageFile.decode(bytes) }
  }
}
