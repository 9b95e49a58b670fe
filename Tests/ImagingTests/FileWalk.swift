/// A chunk or segment, as the little readers here find it.
struct WalkedPart: Equatable {
  /// Four letters, or the marker in hexadecimal digits.
  var name: String
  var body: [UInt8]
}

/// Readers of the outer form of picture files, written from the standards and used by tests alone. Nil: malformed.
enum FileWalk {
  /// The chunks of a PNG whose checksums are right and that ends with IEND.
  static func png(_ file: [UInt8]) -> [WalkedPart]? {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var parts: [WalkedPart] = []
    var rest = file.dropFirst(8)
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= length + 12 else { return nil }
      let typed = rest.dropFirst(4).prefix(4 + length)
      let sum = rest.dropFirst(8 + length).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      guard sum == checksum(typed) else { return nil }
      parts.append(WalkedPart(name: text(typed.prefix(4)), body: Array(typed.dropFirst(4))))
      rest = rest.dropFirst(12 + length)
    }
    return rest.isEmpty && parts.last?.name == "IEND" ? parts : nil
  }

  /// The segments of a JPEG up to its first scan, and `pixels` for all that follows.
  static func jpeg(_ file: [UInt8]) -> [WalkedPart]? {
    guard file.starts(with: [0xFF, 0xD8]), file.suffix(2) == [0xFF, 0xD9] else { return nil }
    var parts: [WalkedPart] = []
    var rest = file.dropFirst(2)
    while rest.count >= 4, rest.first == 0xFF {
      let marker = rest[rest.startIndex + 1]
      if marker == 0xDA { return parts + [WalkedPart(name: "pixels", body: Array(rest))] }
      let length = rest.dropFirst(2).prefix(2).reduce(0) { $0 << 8 | Int($1) }
      guard length >= 2, rest.count >= 2 + length else { return nil }
      parts.append(WalkedPart(name: String(marker, radix: 16), body: Array(rest.dropFirst(4).prefix(length - 2))))
      rest = rest.dropFirst(2 + length)
    }
    return nil
  }

  /// The chunks of a WebP whose length is right and whose chunks all begin at even places.
  static func webp(_ file: [UInt8]) -> [WalkedPart]? {
    guard file.count >= 12, text(file[..<4]) == "RIFF", text(file[8..<12]) == "WEBP",
      little(file[4..<8]) == file.count - 8
    else { return nil }
    var parts: [WalkedPart] = []
    var rest = file.dropFirst(12)
    while rest.count >= 8 {
      let length = little(rest.dropFirst(4).prefix(4))
      guard rest.count >= 8 + length + length % 2 else { return nil }
      parts.append(WalkedPart(name: text(rest.prefix(4)), body: Array(rest.dropFirst(8).prefix(length))))
      rest = rest.dropFirst(8 + length + length % 2)
    }
    return rest.isEmpty ? parts : nil
  }

  /// A WebP of these chunks.
  static func webp(of parts: [WalkedPart]) -> [UInt8] {
    var file = Array("RIFF....WEBP".utf8)
    for part in parts {
      file += Array(part.name.utf8) + FileParts.big(part.body.count).reversed() + part.body
      if part.body.count % 2 == 1 { file.append(0) }
    }
    file.replaceSubrange(4..<8, with: FileParts.big(file.count - 8).reversed())
    return file
  }

  static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The checksum bit by bit, as ISO 3309 defines it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var register = UInt32.max
    for byte in bytes {
      for bit in 0..<8 {
        let feedback = (register ^ UInt32(byte >> bit)) & 1
        register = register >> 1 ^ (feedback == 1 ? 0xEDB8_8320 : 0)
      }
    }
    return register ^ UInt32.max
  }
}
