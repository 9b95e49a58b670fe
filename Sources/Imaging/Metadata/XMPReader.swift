/// Finds the digital source type in a packet of any program's.
///
/// This is no XML parser: it steps from tag to tag and reads names without their prefixes, so a packet that is damaged
/// somewhere else still says what it says. The first source type counts.
struct XMPReader {
  /// More bytes of a packet are not looked at; XMP of pictures has some kB.
  static let maxBytes = 1 << 20

  private static let name = Array("DigitalSourceType".utf8)

  private let packet: ArraySlice<UInt8>
  private var place: Int

  /// What the packet names, or nil.
  static func sourceType(in packet: ArraySlice<UInt8>) -> DigitalSourceType? {
    var reader = XMPReader(packet: packet.prefix(maxBytes))
    while let tag = reader.nextTag() {
      if let value = reader.value(of: tag), let type = DigitalSourceType(uri: value) { return type }
    }
    return nil
  }

  private init(packet: ArraySlice<UInt8>) {
    self.packet = packet
    place = packet.startIndex
  }

  /// What stands between the next `<` and its `>`, or nil after the last one. Comments and the like are stepped over.
  private mutating func nextTag() -> ArraySlice<UInt8>? {
    while let open = packet[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      let skipped = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")].first {
        packet[place...].starts(with: $0.0.utf8)
      }
      guard let skipped else { return wholeTag() }
      guard skip(to: Array(skipped.1.utf8)) else { return nil }
    }
    return nil
  }

  /// The tag that begins here; a `>` between quotes does not end it.
  private mutating func wholeTag() -> ArraySlice<UInt8>? {
    let start = place
    var quote: UInt8?
    while place < packet.endIndex {
      let byte = packet[place]
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return packet[start..<place - 1]
      }
    }
    return nil
  }

  private mutating func skip(to end: [UInt8]) -> Bool {
    while let candidate = packet[place...].firstIndex(of: end[0]) {
      place = candidate + 1
      guard packet[candidate...].starts(with: end) else { continue }
      place = candidate + end.count
      return true
    }
    return false
  }

  /// The source type's address that a tag holds as an attribute, or that stands behind it; nil for other tags.
  private func value(of tag: ArraySlice<UInt8>) -> String? {
    let words = tag.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "/") }
    guard Self.localName(words) == Self.name else { return attribute(Self.name, of: tag) }
    if let resource = attribute(Array("resource".utf8), of: tag) { return resource }
    return Self.trimmed(packet[place...].prefix { $0 != UInt8(ascii: "<") })
  }

  /// The value of a tag's attribute, or nil.
  private func attribute(_ name: [UInt8], of tag: ArraySlice<UInt8>) -> String? {
    var rest = tag
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let before = Self.trim(rest[..<equals])
      let behind = rest[(equals + 1)...].drop(while: Self.isBlank)
      guard let quote = behind.first, let end = behind.dropFirst().firstIndex(of: quote) else { return nil }
      let word = before.lastIndex(where: Self.isBlank).map { before[($0 + 1)...] } ?? before
      if Self.localName(word) == name { return Self.trimmed(behind[(behind.startIndex + 1)..<end]) }
      rest = tag[(end + 1)...]
    }
    return nil
  }

  private static func localName(_ word: ArraySlice<UInt8>) -> [UInt8] {
    Array(word.lastIndex(of: UInt8(ascii: ":")).map { word[($0 + 1)...] } ?? word)
  }

  /// The longest address that is compared.
  private static let maxValueBytes = 200

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trim(bytes).prefix(maxValueBytes), as: UTF8.self)
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let kept = bytes.drop(while: isBlank)
    return kept[..<(kept.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? kept.startIndex)]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
