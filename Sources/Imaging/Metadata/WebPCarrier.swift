/// A WebP as its chunks. Source: RFC 9649, section 2; C2PA 2.1, appendix A.
struct WebPCarrier: MetadataCarrier {
  private static let (alphaFlag, xmpFlag): (UInt8, UInt8) = (0x10, 0x04)

  private let bytes: [UInt8]
  private var packets: [Range<Int>] = []
  /// Where the chunks end, as the file's head says.
  private var end: Int
  private var isWhole = false
  private var isExtended = false
  private(set) var packet: ArraySlice<UInt8>?
  private(set) var hasCredentials = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let announced = 8 + (bytes[...].number(at: 4, count: 4, isLittle: true) ?? 0)
    end = min(announced, bytes.count)
    var place = 12
    while place <= end - 8, let length = bytes[...].number(at: place + 4, count: 4, isLittle: true) {
      let name = String(decoding: bytes[place..<place + 4], as: UTF8.self)
      hasCredentials = hasCredentials || name == "C2PA"
      guard length <= end - place - 8 else { return }
      // The last chunk of some files lacks the byte that makes its length even.
      let next = min(end, place + 8 + length + length % 2)
      if name == "XMP " {
        packets.append(place..<next)
        packet = packet ?? bytes[place + 8..<place + 8 + length]
      }
      isExtended = isExtended || place == 12 && name == "VP8X" && length >= 10
      place = next
    }
    isWhole = announced <= bytes.count && place == end
  }

  func carrying(_ packet: [UInt8]) throws(ImagingError) -> [UInt8] {
    guard isWhole else { throw .damaged(format: "webp", detail: "the file ends early", byte: bytes.count) }
    var chunk = Array("XMP ".utf8) + Self.little(packet.count, count: 4) + packet
    if chunk.count % 2 == 1 { chunk.append(0) }
    let kept = end - packets.reduce(0) { $0 + $1.count }
    if kept % 2 == 1 { chunk.insert(0, at: 0) }
    var file = bytes.replacing(packets, with: chunk, at: end)
    var size = kept - 8 + chunk.count
    if isExtended {
      file[20] |= Self.xmpFlag
    } else {
      let extended = try extended()
      file.insert(contentsOf: extended, at: 12)
      size += extended.count
    }
    guard size + 8 <= WebPFrames.maxBytes else {
      throw .tooManyBytes(count: size + 8, maxBytes: WebPFrames.maxBytes)
    }
    file.replaceSubrange(4..<8, with: Self.little(size, count: 4))
    return file
  }

  /// The chunk VP8X of a file that has none.
  private func extended() throws(ImagingError) -> [UInt8] {
    let header = try WebPHeader(bytes).header
    let flags = header.hasAlpha ? Self.xmpFlag | Self.alphaFlag : Self.xmpFlag
    return Array("VP8X".utf8) + Self.little(10, count: 4) + [flags, 0, 0, 0]
      + Self.little(header.storedSize.width - 1, count: 3) + Self.little(header.storedSize.height - 1, count: 3)
  }

  private static func little(_ number: Int, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
