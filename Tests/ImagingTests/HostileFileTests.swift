import Imaging
import Testing

@Suite struct HostileFiles {
  private static let small: [(String, [UInt8])] = {
    let picture = noise(23, 19, seed: 1)
    var ramp = even(40, 40, [0, 0, 0, 255])
    var bytes = ramp.bytes
    for index in 0..<1600 {
      bytes[index * 4] = UInt8(index % 40 * 6)
      bytes[index * 4 + 1] = UInt8(index / 40 * 6)
    }
    ramp.bytes = bytes
    let files: [(String, [UInt8]?)] = [
      ("png", try? ImageFile.encode(picture, as: .png)), ("jpeg", try? ImageFile.encode(ramp, as: .jpeg)),
      ("webp", try? ImageFile.encode(ramp, as: .webp)),
      ("lossless webp", try? ImageFile.encode(picture, as: .webp, options: EncodeOptions(isLossless: true))),
      ("progressive jpeg", Fixture.progressiveJPEG), ("cmyk jpeg", Fixture.cmykJPEG), ("adam7", Fixture.adam7),
      ("palette", Fixture.palette4),
    ]
    return files.compactMap { name, bytes in bytes.map { (name, $0) } }
  }()

  @Test(arguments: small) func aTruncatedFileIsDamagedOrWhole(_ name: String, _ file: [UInt8]) throws {
    let whole = try ImageFile.decode(file)

    for count in stride(from: 0, to: file.count, by: 7) {
      do throws(ImagingError) {
        #expect(try ImageFile.decode(Array(file.prefix(count))) == whole, "\(name), \(count) of \(file.count) bytes")
      } catch {
        switch error {
        case .damaged, .unknownFormat: break
        default: Issue.record("\(name), \(count) bytes: \(error)")
        }
      }
    }
  }

  @Test(arguments: ["png", "jpeg", "webp"]) func aFileCutInItsMiddleNamesThePlace(_ format: String) throws {
    let file = try #require(Self.small.first { $0.0 == format }?.1)
    let half = Array(file.prefix(file.count / 2))

    do throws(ImagingError) {
      _ = try ImageFile.decode(half)
      Issue.record("half a file was read")
    } catch {
      #expect(error == .damaged(format: format, detail: "the file ends early", byte: half.count))
    }
  }

  @Test(arguments: small) func aThousandMutationsNeverTrap(_ name: String, _ file: [UInt8]) {
    var random = Seeded(state: UInt64(file.count))
    let limits = DecodeLimits(maxPixels: 1 << 16)
    for _ in 0..<1000 {
      var mutated = file
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<mutated.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &random)
        case 1: mutated[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: mutated.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: if mutated.count > 1 { mutated.remove(at: place) }
        }
      }
      let picture = try? ImageFile.decode(mutated, limits: limits)
      #expect(picture.map { $0.width * $0.height <= 1 << 16 } ?? true)
    }
  }

  @Test func aHugeHeaderIsRefusedBeforeMemoryIsTaken() {
    #expect(throws: ImagingError.tooLarge(width: 60_000, height: 60_000, maxPixels: 100_000_000)) {
      try ImageFile.decode(FileParts.emptyPNG(width: 60_000, height: 60_000))
    }
    #expect(throws: ImagingError.tooLarge(width: 0x7fff_ffff, height: 0x7fff_ffff, maxPixels: 100_000_000)) {
      try ImageFile.header(of: FileParts.emptyPNG(width: 0x7fff_ffff, height: 0x7fff_ffff))
    }
  }

  @Test(arguments: [(0, 5), (5, 0), (0x8000_0000, 1), (1, 0xffff_ffff)])
  func aSizeThatPNGForbidsIsDamage(_ width: Int, _ height: Int) {
    #expect(throws: ImagingError.damaged(format: "png", detail: "the header makes no sense", byte: 16)) {
      try ImageFile.header(of: FileParts.emptyPNG(width: width, height: height))
    }
  }

  @Test func aHeaderWithoutPixelsIsDamage() {
    do throws(ImagingError) {
      _ = try ImageFile.decode(FileParts.emptyPNG(width: 300, height: 300))
      Issue.record("a picture came from nothing")
    } catch {
      #expect(isDamaged(error, "png"))
    }
  }

  @Test(arguments: [
    "", "x", "\u{89}PNG", "# notes\nThis is text, though its name ends in .png.\n", "GIF89a", "RIFFxxxxWAVE",
  ])
  func otherBytesAreAnUnknownFormat(_ text: String) {
    #expect(throws: ImagingError.unknownFormat) { try ImageFile.decode(Array(text.utf8)) }
    #expect(ImageFile.format(of: Array(text.utf8)) == nil)
  }

  @Test func moreBytesThanAllowedAreRefused() {
    #expect(throws: ImagingError.tooManyBytes(count: Fixture.rgb16.count, maxBytes: 77)) {
      try ImageFile.decode(Fixture.rgb16, limits: DecodeLimits(maxBytes: 77))
    }
  }

  @Test(arguments: [Fixture.adam7, Fixture.progressiveJPEG, Fixture.webpLossy])
  func readingStopsWhenAsked(_ file: [UInt8]) {
    #expect(throws: ImagingError.cancelled) { try ImageFile.decode(file, isCancelled: { true }) }
    let deadline = DecodeLimits.Deadline(milliseconds: 40) { true }
    #expect(throws: ImagingError.timedOut(milliseconds: 40)) {
      try ImageFile.decode(file, limits: DecodeLimits(deadline: deadline))
    }
  }

  @Test func aBombOfScansIsRefused() throws {
    // The last scan, given again and again: every one costs a pass over the picture.
    let file = Fixture.progressiveJPEG
    let last = try #require(file.indices.last { file[$0] == 0xFF && $0 + 1 < file.count && file[$0 + 1] == 0xDA })
    let scan = Array(file[last..<file.count - 2])
    let bomb = Array(file[..<last]) + Array((0..<500).map { _ in scan }.joined()) + [0xFF, 0xD9]

    do throws(ImagingError) {
      _ = try ImageFile.decode(bomb)
      Issue.record("500 scans were read")
    } catch {
      #expect(isDamaged(error, "jpeg", "more scans than a picture needs"))
    }
  }

  @Test func anAnimationIsRefusedWithItsReason() {
    #expect(
      throws: ImagingError.damaged(format: "webp", detail: "it is an animation; one picture is needed", byte: nil)
    ) { try ImageFile.decode(Fixture.webpAnimated) }
  }

  private func isDamaged(_ error: ImagingError, _ format: String, _ detail: String? = nil) -> Bool {
    guard case .damaged(format, let found, _) = error else { return false }
    return detail == nil || detail == found
  }
}
