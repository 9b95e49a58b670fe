/// A PNG as its chunks. Source: PNG specification, third edition, sections 5.3 and 11.3.3.4; C2PA 2.1, appendix A.
struct PNGCarrier: MetadataCarrier {
  private static let keyword = Array("XML:com.adobe.xmp\0".utf8)

  private let bytes: [UInt8]
  private var packets: [Range<Int>] = []
  private var firstData: Int?
  private var isWhole = false
  private(set) var packet: ArraySlice<UInt8>?
  private(set) var hasCredentials = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 8
    while !isWhole, let length = bytes[...].number(at: place, count: 4), place <= bytes.count - 8 {
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      hasCredentials = hasCredentials || name == "caBX"
      guard length <= bytes.count - place - 12 else { return }
      keep(name, at: place, length: length)
      place += 12 + length
    }
  }

  private mutating func keep(_ name: String, at place: Int, length: Int) {
    switch name {
    case "IDAT": firstData = firstData ?? place
    case "IEND": isWhole = true
    case "iTXt":
      let body = bytes[place + 8..<place + 8 + length]
      guard body.starts(with: Self.keyword) else { return }
      packets.append(place..<place + 12 + length)
      packet = packet ?? Self.text(of: body)
    default: break
    }
  }

  /// The text of an iTXt chunk; nil when it is compressed, which XMP forbids.
  private static func text(of body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = body.dropFirst(keyword.count)
    guard rest.first == 0, let language = rest.dropFirst(2).firstIndex(of: 0),
      let translation = rest[(language + 1)...].firstIndex(of: 0)
    else { return nil }
    return rest[(translation + 1)...]
  }

  func carrying(_ packet: [UInt8]) throws(ImagingError) -> [UInt8] {
    guard isWhole, let firstData else {
      throw .damaged(format: "png", detail: "the file ends early", byte: bytes.count)
    }
    // Not compressed, in no language, under no other keyword.
    let chunk = Self.chunk("iTXt", Self.keyword + [0, 0, 0, 0] + packet)
    return bytes.replacing(packets, with: chunk, at: firstData)
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let typed = Array(name.utf8) + body
    return big(UInt32(body.count)) + typed + big(checksum(typed))
  }

  /// Source: PNG specification, third edition, annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }

  private static func big(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
