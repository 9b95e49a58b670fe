import Imaging
import Testing

@Suite struct ContentCredentials {
  /// A JUMBF superbox of content credentials as it begins in files: box, description box, its type, its label.
  private static let box =
    [0, 0, 0, 64] + Array("jumb".utf8) + [0, 0, 0, 30] + Array("jumdc2pa".utf8)
    + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71, 3] + Array("c2pa\0".utf8)

  /// Files with credentials, one a format.
  static let signed: [[UInt8]] = [
    FileParts.png(Fixture.adam7, adding: FileParts.chunk("caBX", box)),
    FileParts.jpeg(Fixture.grayJPEG, adding: 0xEB, [0x4A, 0x50, 0, 1, 0, 0, 0, 1] + box),
    FileWalk.webp(of: (FileWalk.webp(Fixture.webpLossy) ?? []) + [WalkedPart(name: "C2PA", body: box)]),
  ]

  static let plain = [
    Fixture.adam7, Fixture.grayJPEG, Fixture.progressiveJPEG, Fixture.webpLossy, Fixture.webpAnimated,
  ]

  @Test(arguments: signed) func theyAreFoundAndTheFileIsNeverRewritten(_ file: [UInt8]) throws {
    #expect(ImageFile.hasContentCredentials(file))
    do throws(ImagingError) {
      _ = try ImageFile.adding(Metadata.metadata, to: file)
      Issue.record("a signed file was rewritten")
    } catch {
      guard case .badParameter("picture", let detail) = error else { throw error }
      #expect(detail.contains("content credentials"))
    }
  }

  @Test(arguments: plain) func otherFilesHaveNone(_ file: [UInt8]) throws {
    #expect(!ImageFile.hasContentCredentials(file))
    #expect(try !ImageFile.hasContentCredentials(ImageFile.adding(Metadata.metadata, to: file)))
  }

  @Test func otherUsesOfTheSameSegmentAreNone() {
    for body in [
      [], [0x4A], [0x4A, 0x50], [0x4A, 0x50] + [UInt8](repeating: 0, count: 40), Array("HDR_RI ver=11".utf8),
    ] {
      #expect(!ImageFile.hasContentCredentials(FileParts.jpeg(Fixture.grayJPEG, adding: 0xEB, body)))
    }
  }

  @Test func theLetterSequenceAloneIsNone() throws {
    let words = Array("caBX C2PA jumb c2pa".utf8)
    let file = FileParts.png(Fixture.adam7, adding: FileParts.chunk("tEXt", words))

    #expect(!ImageFile.hasContentCredentials(file))
    #expect(!ImageFile.hasContentCredentials(words))
    #expect(!ImageFile.hasContentCredentials([]))
  }

  @Test func theyAreFoundBehindAJPEGsFirstScan() {
    let segment = [0xFF, 0xEB, 0, UInt8(10 + Self.box.count), 0x4A, 0x50, 0, 1, 0, 0, 0, 1] + Self.box

    #expect(ImageFile.hasContentCredentials(Fixture.grayJPEG.dropLast(2) + segment + [0xFF, 0xD9]))
  }
}

/// Files that were cut off or changed: an answer or an error, never a trap.
@Suite struct HostileMetadata {
  private static let files =
    ContentCredentials.plain + ContentCredentials.signed
    + ContentCredentials.plain.compactMap { try? ImageFile.adding(Metadata.metadata, to: $0) }

  /// Asks everything of a file, and holds that a new file says what it was told to say.
  private func ask(_ file: [UInt8]) {
    _ = ImageFile.digitalSourceType(of: file)
    let isSigned = ImageFile.hasContentCredentials(file)
    guard let marked = try? ImageFile.adding(Metadata.metadata, to: file) else { return }
    #expect(!isSigned)
    #expect(ImageFile.digitalSourceType(of: marked) == .compositeSynthetic)
    #expect((try? ImageFile.adding(Metadata.metadata, to: marked)) == marked)
  }

  @Test(arguments: files) func filesCutOffAtAnyByte(_ file: [UInt8]) {
    for count in 0..<file.count { ask(Array(file.prefix(count))) }
  }

  @Test(arguments: files) func filesWithAnyByteChanged(_ file: [UInt8]) {
    var random = Seeded(state: UInt64(file.count))
    for place in file.indices {
      var changed = file
      for value in [0, 255, file[place] ^ 1 << UInt8.random(in: 0...7, using: &random)] {
        changed[place] = value
        ask(changed)
      }
    }
  }

  @Test(arguments: [Fixture.adam7, Fixture.webpLossy, Fixture.webpAnimated])
  func aFileThatEndsEarlyIsDamaged(_ file: [UInt8]) {
    #expect(
      throws: ImagingError.damaged(
        format: file[0] == 0x89 ? "png" : "webp", detail: "the file ends early", byte: file.count - 1)
    ) { try ImageFile.adding(Metadata.metadata, to: file.dropLast()) }
  }

  @Test func aJPEGWithoutAScanIsDamaged() {
    let file = Array(Fixture.grayJPEG.prefix(100))

    #expect(
      throws: ImagingError.damaged(format: "jpeg", detail: "the file ends before the first scan", byte: 100)
    ) { try ImageFile.adding(Metadata.metadata, to: file) }
  }

  @Test func otherBytesAreAnUnknownFormat() {
    #expect(throws: ImagingError.unknownFormat) { try ImageFile.adding(Metadata.metadata, to: [1, 2, 3]) }
  }
}
