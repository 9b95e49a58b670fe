/// Pieces of picture files, made by hand.
enum FileParts {
  /// A PNG chunk. Source: PNG specification, third edition, 5.3.
  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let typed = Array(name.utf8) + body
    return big(body.count) + typed + big(Int(checksum(typed)))
  }

  /// `png` with chunks right after its header, and without the sRGB chunk that follows there when asked.
  static func png(_ png: [UInt8], adding chunks: [UInt8], dropping dropped: String? = nil) -> [UInt8] {
    let isThere = dropped.map { Array(png[37..<41]) == Array($0.utf8) } ?? false
    return Array(png[..<33]) + chunks + png[(isThere ? 46 : 33)...]
  }

  /// A PNG that announces a size and holds nothing.
  static func emptyPNG(width: Int, height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", big(width) + big(height) + [8, 6, 0, 0, 0])
      + chunk("IDAT", stored([0])) + chunk("IEND", [])
  }

  /// `jpeg` with a segment right after its first marker.
  static func jpeg(_ jpeg: [UInt8], adding marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    Array(jpeg[..<2]) + [0xFF, marker] + big(body.count + 2).suffix(2) + body + jpeg[2...]
  }

  /// Exif data that say nothing but the orientation, in either byte order.
  static func exif(_ orientation: UInt8, isLittle: Bool = true) -> [UInt8] {
    isLittle
      ? [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
      : [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }

  /// zlib data without compression. Source: RFC 1950 and RFC 1951, 3.2.4.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var (one, two, result): (UInt32, UInt32, [UInt8]) = (1, 0, [0x78, 0x01])
    for byte in bytes {
      one = (one &+ UInt32(byte)) % 65_521
      two = (two + one) % 65_521
    }
    for start in stride(from: 0, to: max(bytes.count, 1), by: 65_535) {
      let piece = bytes[start..<min(bytes.count, start + 65_535)]
      let count = UInt16(piece.count)
      result += [start + 65_535 >= bytes.count ? 1 : 0]
      result += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)] + piece
    }
    return result + big(Int(two << 16 | one))
  }

  /// Four bytes, the highest first.
  static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Source: PNG specification, third edition, annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in bytes { rest = rest >> 8 ^ remainders[Int((rest ^ UInt32(byte)) & 255)] }
    return ~rest
  }

  private static let remainders = (0..<256).map { byte -> UInt32 in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
}
