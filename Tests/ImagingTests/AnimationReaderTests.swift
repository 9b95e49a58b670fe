import Imaging
import Testing

@Suite struct AnimationReading {
  private static let durations = [40, 83, 1, 60_000]

  /// A color that changes with each frame, over a part that stays.
  private static let pictures = (0..<4).map { step in
    var picture = even(31, 18, [200, 180, 160, 255])
    for row in 0..<18 {
      for x in 0..<12 {
        picture.bytes.replaceSubrange((row * 31 + x) * 4..<(row * 31 + x) * 4 + 3, with: [UInt8(step * 60), 90, 30])
      }
    }
    return picture
  }

  private static func file(quality: Int?) throws -> [UInt8] {
    var animation = try AnimatedPicture(quality: quality)
    for (picture, duration) in zip(pictures, durations) { try animation.add(picture, milliseconds: duration) }
    return try animation.finish()
  }

  private func frames(of file: [UInt8], limits: DecodeLimits = .standard) throws -> [(
    picture: Raster, milliseconds: Int
  )] {
    var reader = try AnimationReader(file, limits: limits)
    var frames: [(picture: Raster, milliseconds: Int)] = []
    while let frame = try reader.next() { frames.append(frame) }
    #expect(frames.count == reader.count)
    return frames
  }

  @Test func losslessFramesComeBackToTheByteWithTheirDurations() throws {
    let frames = try frames(of: Self.file(quality: nil))

    #expect(frames.map(\.picture) == Self.pictures)
    #expect(frames.map(\.milliseconds) == Self.durations)
  }

  @Test func lossyFramesComeBackInTheirSizeAndNearlyTheirColors() throws {
    let frames = try frames(of: Self.file(quality: 90))

    #expect(frames.count == 4)
    for (frame, picture) in zip(frames, Self.pictures) {
      #expect([frame.picture.width, frame.picture.height] == [31, 18])
      // Away from the edge between the two parts, where half the colors are missing.
      for (x, y) in [(3, 3), (3, 14), (27, 3), (27, 14)] {
        let far = zip(frame.picture.pixel(x, y), picture.pixel(x, y)).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(far <= 8, "\(x), \(y)")
      }
    }
  }

  @Test func theHeaderIsKnownBeforeAnyPixel() throws {
    let header = try AnimationHeader(of: Self.file(quality: 80))

    #expect([header.width, header.height] == [31, 18])
    #expect(header.durations == Self.durations)
  }

  @Test func onlyAnAnimationAnnouncesOne() throws {
    #expect(AnimationHeader.announcesAnimation(try Self.file(quality: 80)))
    #expect(!AnimationHeader.announcesAnimation(try ImageFile.encode(Self.pictures[0], as: .webp)))
    #expect(!AnimationHeader.announcesAnimation(try ImageFile.encode(Self.pictures[0], as: .png)))
    #expect(!AnimationHeader.announcesAnimation([]))
  }

  @Test(arguments: ImageFormat.allCases) func aStillPictureIsNoAnimation(_ format: ImageFormat) throws {
    let file = try ImageFile.encode(Self.pictures[0], as: format)

    #expect(throws: ImagingError.damaged(format: "webp", detail: "it is no whole animation", byte: nil)) {
      _ = try AnimationReader(file)
    }
  }

  @Test func limitsAreKept() throws {
    let file = try Self.file(quality: 80)

    #expect(throws: ImagingError.tooLarge(width: 31, height: 18, maxPixels: 557)) {
      _ = try AnimationReader(file, limits: DecodeLimits(maxPixels: 557))
    }
    #expect(throws: ImagingError.tooManyBytes(count: file.count, maxBytes: file.count - 1)) {
      _ = try AnimationReader(file, limits: DecodeLimits(maxBytes: file.count - 1))
    }
    #expect(try frames(of: file, limits: DecodeLimits(maxPixels: 558, maxBytes: file.count)).count == 4)
  }

  @Test func moreFramesThanAClipHasAreRefused() throws {
    var file = try AnimatedPicture(quality: nil)
    try file.add(even(2, 2, [1, 2, 3, 255]), milliseconds: 40)
    let one = try file.finish()
    let frame = one[44...]

    let most = Self.resized(one + Array(repeating: frame, count: 999).joined())
    let more = Self.resized(one + Array(repeating: frame, count: 1_000).joined())

    #expect(try frames(of: most).count == 1_000)
    #expect(
      throws: ImagingError.damaged(format: "webp", detail: "it has 1001 frames; 1 to 1000 are read", byte: nil)
    ) { _ = try AnimationReader(more) }
  }

  /// Source: RFC 9649, section 2.7.1.1: the duration of a frame is 24 bits, 12 bytes into its chunk.
  @Test(arguments: [0, 60_001, 1 << 24 - 1]) func otherDurationsAreRefused(_ duration: Int) throws {
    var file = try Self.file(quality: 80)
    file.replaceSubrange(
      64..<67, with: [UInt8(duration & 255), UInt8(duration >> 8 & 255), UInt8(duration >> 16)])

    #expect(
      throws: ImagingError.damaged(format: "webp", detail: "a frame is shown for \(duration) ms", byte: nil)
    ) { _ = try AnimationReader(file) }
  }

  @Test func stopsBetweenFrames() throws {
    var reader = try AnimationReader(try Self.file(quality: 80), isCancelled: { true })

    do throws(ImagingError) {
      _ = try reader.next()
      Issue.record("a frame was read")
    } catch {
      #expect(error == .cancelled)
    }
  }

  @Test(arguments: [80, nil]) func aTruncatedFileIsDamaged(_ quality: Int?) throws {
    let file = try Self.file(quality: quality)

    for count in stride(from: 0, to: file.count - 1, by: 7) {
      do {
        _ = try frames(of: Array(file.prefix(count)))
        Issue.record("\(count) of \(file.count) bytes were read")
      } catch let error as ImagingError {
        guard case .damaged = error else {
          Issue.record("\(count) bytes: \(error)")
          continue
        }
      }
    }
  }

  @Test(arguments: [80, nil]) func aThousandMutationsNeverTrap(_ quality: Int?) throws {
    let file = try Self.file(quality: quality)
    var random = Seeded(state: 7)
    for _ in 0..<1000 {
      var mutated = file
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        mutated[Int.random(in: 0..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let read = try? frames(of: mutated, limits: DecodeLimits(maxPixels: 1 << 16)) else { continue }
      #expect(read.allSatisfy { $0.picture.bytes.count == $0.picture.width * $0.picture.height * 4 })
    }
  }

  /// The file with the size in its head made right.
  private static func resized(_ file: [UInt8]) -> [UInt8] {
    let size = file.count - 8
    return file[..<4] + [0, 8, 16, 24].map { UInt8(size >> $0 & 255) } + file[8...]
  }
}
