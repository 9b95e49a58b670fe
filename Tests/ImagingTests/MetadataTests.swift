import Imaging
import Testing

@Suite struct Metadata {
  static let metadata = PictureMetadata(
    sourceType: .compositeSynthetic, title: "Mug, white", creatorTool: "krafd 1.0", description: "On oak")
  private let xmp = Array(Self.metadata.xmp.utf8)
  private let pngHead = Array("XML:com.adobe.xmp\0\0\0\0\0".utf8)
  private let jpegHead = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
  private let old = Array("<x:xmpmeta><a b='1'/></x:xmpmeta>".utf8)

  @Test func aPNGGetsOneTextChunkBeforeItsPixels() throws {
    let picture = noise(23, 19, seed: 1)
    let file = try ImageFile.encode(picture, as: .png)

    let marked = try ImageFile.adding(Self.metadata, to: file)

    let (before, after) = (try #require(FileWalk.png(file)), try #require(FileWalk.png(marked)))
    let place = try #require(after.firstIndex { $0.name == "iTXt" })
    #expect(after[place].body == pngHead + xmp)
    #expect(after[place + 1].name == "IDAT")
    #expect(after.enumerated().filter { $0.offset != place }.map(\.element) == before)
    #expect(try ImageFile.decode(marked) == picture)
  }

  @Test func aJPEGGetsOneSegmentBehindJFIFs() throws {
    let file = try ImageFile.encode(noise(23, 19, seed: 2), as: .jpeg)

    let marked = try ImageFile.adding(Self.metadata, to: file)

    let (before, after) = (try #require(FileWalk.jpeg(file)), try #require(FileWalk.jpeg(marked)))
    #expect(before.first?.name == "e0")
    #expect(after == [before[0], WalkedPart(name: "e1", body: jpegHead + xmp)] + before.dropFirst())
    #expect(try ImageFile.decode(marked) == ImageFile.decode(file))
  }

  @Test func inAJPEGExifStaysFirst() throws {
    let plain = Fixture.ycckJPEG
    let file = FileParts.jpeg(plain, adding: 0xE1, Array("Exif\0\0".utf8) + FileParts.exif(6))

    let names = try FileWalk.jpeg(ImageFile.adding(Self.metadata, to: file))?.map {
      String(decoding: $0.body.prefix(4), as: UTF8.self)
    }

    #expect(names?.prefix(3) == ["Exif", "http", "Adob"])
  }

  @Test(arguments: [true, false]) func aWebPGetsAHeadAndAChunkAtItsEnd(_ isOpaque: Bool) throws {
    let file = try ImageFile.encode(
      noise(300, 19, seed: 3, opaque: isOpaque), as: .webp, options: EncodeOptions(isLossless: true))

    let marked = try ImageFile.adding(Self.metadata, to: file)

    let (before, after) = (try #require(FileWalk.webp(file)), try #require(FileWalk.webp(marked)))
    let head = WalkedPart(name: "VP8X", body: [isOpaque ? 0x04 : 0x14, 0, 0, 0, 43, 1, 0, 18, 0, 0])
    #expect(after == [head] + before + [WalkedPart(name: "XMP ", body: xmp)])
    #expect(try ImageFile.decode(marked) == ImageFile.decode(file))
    #expect(try ImageFile.header(of: marked).hasAlpha == !isOpaque)
  }

  @Test func aLossyWebPWithAlphaKeepsItsHead() throws {
    let file = try ImageFile.encode(noise(40, 30, seed: 4), as: .webp)

    let marked = try ImageFile.adding(Self.metadata, to: file)

    let (before, after) = (try #require(FileWalk.webp(file)), try #require(FileWalk.webp(marked)))
    #expect(before.map(\.name) == ["VP8X", "ALPH", "VP8 "])
    #expect(after[0].body == [before[0].body[0] | 0x04] + before[0].body.dropFirst())
    #expect(Array(after.dropFirst()) == before.dropFirst() + [WalkedPart(name: "XMP ", body: xmp)])
    #expect(try ImageFile.decode(marked) == ImageFile.decode(file))
  }

  @Test func anAnimationKeepsItsFrames() throws {
    let marked = try ImageFile.adding(Self.metadata, to: Fixture.webpAnimated)

    let (before, after) = (try #require(ShownAnimation(Fixture.webpAnimated)), try #require(ShownAnimation(marked)))
    #expect(after.pictures == before.pictures && after.durations == before.durations && after.loops == before.loops)
    #expect(FileWalk.webp(marked)?.map(\.name) == ["VP8X", "ANIM", "ANMF", "ANMF", "XMP "])
    #expect(FileWalk.webp(marked)?[0].body[0] == 0x06)
  }

  @Test func aPacketThatIsThereIsReplaced() throws {
    let png = FileParts.png(Fixture.adam7, adding: [FileParts.chunk("iTXt", pngHead + old)].flatMap { $0 })
    let jpeg = FileParts.jpeg(
      FileParts.jpeg(Fixture.grayJPEG, adding: 0xE1, jpegHead + old), adding: 0xE1,
      Array("http://ns.adobe.com/xmp/extension/\0".utf8) + old)
    let webp = try FileWalk.webp(
      of: #require(FileWalk.webp(ImageFile.adding(Self.metadata, to: Fixture.webpLossy))).dropLast()
        + [WalkedPart(name: "XMP ", body: old), WalkedPart(name: "XMP ", body: old)])

    let marked = try [png, jpeg, webp].map { try ImageFile.adding(Self.metadata, to: $0) }

    #expect(try marked[0] == ImageFile.adding(Self.metadata, to: Fixture.adam7))
    #expect(try marked[1].count == ImageFile.adding(Self.metadata, to: Fixture.grayJPEG).count)
    #expect(try marked[2] == ImageFile.adding(Self.metadata, to: Fixture.webpLossy))
    for file in marked { #expect(ImageFile.digitalSourceType(of: file) == .compositeSynthetic) }
  }

  @Test(arguments: [Fixture.palette4, Fixture.progressiveJPEG, Fixture.webpLossless])
  func addingTwiceIsAddingOnce(_ file: [UInt8]) throws {
    let once = try ImageFile.adding(Self.metadata, to: file)

    #expect(try ImageFile.adding(Self.metadata, to: once) == once)
  }

  @Test func anUnpaddedLastChunkOfAWebPIsMended() throws {
    var parts = try #require(FileWalk.webp(ImageFile.adding(Self.metadata, to: Fixture.webpLossy)))
    parts[parts.count - 1] = WalkedPart(name: "EXIF", body: [1, 2, 3])
    var file = FileWalk.webp(of: parts)
    file.removeLast()
    file[4] -= 1

    let marked = try ImageFile.adding(Self.metadata, to: file)

    #expect(FileWalk.webp(marked) == parts + [WalkedPart(name: "XMP ", body: xmp)])
  }

  @Test func whatFollowsAWebPStaysBehindIt() throws {
    let marked = try ImageFile.adding(Self.metadata, to: Fixture.webpLossy + [7, 7, 7])

    #expect(try marked == ImageFile.adding(Self.metadata, to: Fixture.webpLossy) + [7, 7, 7])
  }

  @Test(arguments: DigitalSourceType.allCases, ImageFormat.allCases)
  func theSourceTypeIsReadBack(_ type: DigitalSourceType, _ format: ImageFormat) throws {
    let file = try ImageFile.encode(even(8, 8, [1, 2, 3, 255]), as: format)

    let marked = try ImageFile.adding(PictureMetadata(sourceType: type, creatorTool: "krafd"), to: file)

    #expect(ImageFile.digitalSourceType(of: marked) == type)
    #expect(ImageFile.digitalSourceType(of: file) == nil)
  }
}
