/// The parts of a PNG that decide how it is read: found by walking over its chunks, none of which is inflated.
///
/// Source: PNG specification, third edition, sections 5 and 11.
enum PNGHeader {
  /// - Throws: `damaged` when the first chunk is not a header that makes sense.
  static func read(_ bytes: [UInt8]) throws(ImagingError) -> ImageHeader {
    let all = bytes[...]
    guard all.number(at: 8, count: 4) == 13, name(in: all, at: 8) == "IHDR", bytes.count >= 33,
      let width = all.number(at: 16, count: 4), let height = all.number(at: 20, count: 4)
    else { throw .damaged(format: "png", detail: "the header is missing or cut off", byte: min(bytes.count, 8)) }
    let (depth, colorType) = (Int(bytes[24]), bytes[25])
    guard (1...0x7fff_ffff).contains(width), (1...0x7fff_ffff).contains(height), [1, 2, 4, 8, 16].contains(depth),
      [0, 2, 3, 4, 6].contains(colorType)
    else { throw .damaged(format: "png", detail: "the header makes no sense", byte: 16) }
    var header = ImageHeader(
      format: .png, width: width, height: height, orientation: .topLeft, hasAlpha: colorType >= 4, hasProfile: false,
      bitDepth: colorType == 3 ? 8 : depth, colors: colorType == 0 || colorType == 4 ? .gray : .rgb)
    addChunks(of: all, to: &header)
    return header
  }

  private static func addChunks(of bytes: ArraySlice<UInt8>, to header: inout ImageHeader) {
    var place = 33
    while let length = bytes.number(at: place, count: 4), let name = name(in: bytes, at: place) {
      switch name {
      case "tRNS": header.hasAlpha = true
      case "iCCP": header.hasProfile = true
      case "eXIf" where length <= bytes.count - place - 8:
        header.turn(to: Orientation(exif: bytes[(place + 8)..<(place + 8 + length)]))
      case "IEND": return
      default: break
      }
      place += 12 + length
    }
  }

  private static func name(in bytes: ArraySlice<UInt8>, at place: Int) -> String? {
    guard place <= bytes.count - 8 else { return nil }
    return String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
  }
}

extension ImageHeader {
  /// Sets the orientation of a header whose size is still that of the stored rows.
  mutating func turn(to orientation: Orientation) {
    let stored = storedSize
    self.orientation = orientation
    (width, height) = orientation.swapsSides ? (stored.height, stored.width) : stored
  }
}
