/// A JPEG as its segments.
///
/// Source: ITU-T T.81, annex B; ISO 16684-3, section 5.2.2, for XMP; ISO/IEC 19566-5, annex D, and C2PA 2.1, appendix
/// A, for content credentials.
struct JPEGCarrier: MetadataCarrier {
  private static let label = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
  /// What did not fit into the packet; it belongs to it, and goes with it.
  private static let extensionLabel = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
  private static let exifLabel = Array("Exif\0\0".utf8)

  private let bytes: [UInt8]
  private var packets: [Range<Int>] = []
  private var hasScan = false
  private(set) var packet: ArraySlice<UInt8>?
  private(set) var hasCredentials = false

  /// Behind the segments that readers look for first: JFIF's and Exif's.
  private var head = 2

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 2
    while let start = next(from: place) {
      let marker = bytes[start + 1]
      if marker == 0xD9 { return }
      guard let length = bytes[...].number(at: start + 2, count: 2), length >= 2 else { return }
      let end = start + 2 + length
      hasCredentials = hasCredentials || marker == 0xEB && Self.isCredentials(bytes[(start + 4)...].prefix(length - 2))
      guard end <= bytes.count else { return }
      keep(marker, start..<end)
      place = end
    }
  }

  /// Where the next segment begins: at the last 0xFF before its marker.
  ///
  /// The data of a scan are stepped over: in them, 0xFF is followed by 0 or a restart marker.
  private func next(from place: Int) -> Int? {
    var place = place
    while let found = bytes[min(place, bytes.count)...].firstIndex(of: 0xFF), found + 1 < bytes.count {
      // Before the first scan, nothing lies between segments.
      guard hasScan || found == place else { return nil }
      let marker = bytes[found + 1]
      if marker != 0, marker != 0xFF, marker != 0x01, !(0xD0...0xD7).contains(marker) { return found }
      place = marker == 0xFF ? found + 1 : found + 2
    }
    return nil
  }

  private mutating func keep(_ marker: UInt8, _ segment: Range<Int>) {
    let body = bytes[(segment.lowerBound + 4)..<segment.upperBound]
    let isExif = marker == 0xE1 && body.starts(with: Self.exifLabel)
    if segment.lowerBound == head, marker == 0xE0 || isExif { head = segment.upperBound }
    if marker == 0xDA { hasScan = true }
    guard marker == 0xE1 else { return }
    if body.starts(with: Self.label) {
      packets.append(segment)
      packet = packet ?? body.dropFirst(Self.label.count)
    } else if body.starts(with: Self.extensionLabel) {
      packets.append(segment)
    }
  }

  /// Whether an APP11 segment holds a JUMBF box: two letters, two numbers, then the box's length and type.
  private static func isCredentials(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.starts(with: [0x4A, 0x50]) else { return false }
    let (box, label) = (Array("jumb".utf8), Array("c2pa".utf8))
    let head = body.dropFirst(8).prefix(120)
    return head.dropFirst(4).starts(with: box) || head.indices.contains { head[$0...].starts(with: label) }
  }

  func carrying(_ packet: [UInt8]) throws(ImagingError) -> [UInt8] {
    guard hasScan else {
      throw .damaged(format: "jpeg", detail: "the file ends before the first scan", byte: bytes.count)
    }
    let length = Self.label.count + packet.count + 2
    guard length <= 0xFFFF else { throw .tooManyBytes(count: length, maxBytes: 0xFFFF) }
    let segment = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + Self.label + packet
    return bytes.replacing(packets, with: segment, at: head)
  }
}
