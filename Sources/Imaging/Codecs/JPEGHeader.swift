/// The segments of a JPEG before its first scan.
///
/// Source: ITU-T T.81, annex B; ICC.1:2022, annex B.4, for profiles in several segments.
struct JPEGHeader {
  var header: ImageHeader

  /// The embedded ICC profile, joined from its segments; nil when there is none or a segment is missing.
  var profile: [UInt8]?

  /// Segments that are cut off after the size are left to whoever reads the pixels, so the head of a file suffices.
  ///
  /// - Throws: `damaged` when the size is missing.
  init(_ bytes: [UInt8]) throws(ImagingError) {
    var scan = Scan(bytes: bytes[...])
    do throws(ImagingError) {
      while let segment = try scan.next() { scan.keep(segment) }
    } catch {
      if scan.frame == nil { throw error }
    }
    guard let frame = scan.frame else {
      throw .damaged(format: "jpeg", detail: "no frame before the first scan", byte: scan.place)
    }
    profile = scan.joinedProfile
    header = ImageHeader(
      format: .jpeg, width: frame.width, height: frame.height, orientation: .topLeft, hasAlpha: false,
      hasProfile: profile != nil, bitDepth: frame.depth, colors: frame.colors)
    header.turn(to: scan.orientation)
  }
}

private struct Frame {
  var width: Int
  var height: Int
  var depth: Int
  var colors: StoredColors
}

private struct Segment {
  var marker: UInt8
  var body: ArraySlice<UInt8>
}

/// A walk over the segments that remembers what matters.
private struct Scan {
  let bytes: ArraySlice<UInt8>
  var place = 2
  var frame: Frame?
  var orientation = Orientation.topLeft
  private var pieces: [Int: ArraySlice<UInt8>] = [:]
  private var pieceCount = 0

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The next segment, or nil at the first scan.
  mutating func next() throws(ImagingError) -> Segment? {
    while bytes.number(at: place, count: 2) == 0xFFFF { place += 1 }
    guard let code = bytes.number(at: place, count: 2), let length = bytes.number(at: place + 2, count: 2) else {
      throw .damaged(format: "jpeg", detail: "the file ends before the first scan", byte: bytes.count)
    }
    guard code >= 0xFF01, length >= 2 else {
      throw .damaged(format: "jpeg", detail: "a segment does not begin with a marker", byte: place)
    }
    if code == 0xFFDA { return nil }
    guard length <= bytes.count - place - 2 else {
      throw .damaged(format: "jpeg", detail: "the file ends before the first scan", byte: bytes.count)
    }
    let start = bytes.startIndex + place
    place += 2 + length
    return Segment(marker: UInt8(code & 0xFF), body: bytes[(start + 4)..<(start + 2 + length)])
  }

  mutating func keep(_ segment: Segment) {
    switch segment.marker {
    case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(segment.marker): frame = Frame(segment.body) ?? frame
    case 0xE1 where segment.body.starts(with: Array("Exif\0\0".utf8)):
      orientation = Orientation(exif: segment.body.dropFirst(6))
    case 0xE2 where segment.body.starts(with: Array("ICC_PROFILE\0".utf8)):
      guard let number = segment.body.number(at: 12, count: 1) else { return }
      pieceCount = segment.body.number(at: 13, count: 1) ?? 0
      pieces[number] = segment.body.dropFirst(14)
    default: break
    }
  }

  var joinedProfile: [UInt8]? {
    guard pieceCount > 0, pieces.count == pieceCount else { return nil }
    var joined: [UInt8] = []
    for number in 1...pieceCount {
      guard let piece = pieces[number] else { return nil }
      joined += piece
    }
    return joined
  }
}

extension Frame {
  /// Reads the body of a start-of-frame segment; nil when it is too short or names no pixels.
  fileprivate init?(_ body: ArraySlice<UInt8>) {
    guard let depth = body.number(at: 0, count: 1), let height = body.number(at: 1, count: 2),
      let width = body.number(at: 3, count: 2), let components = body.number(at: 5, count: 1), width > 0, height > 0
    else { return nil }
    let colors: StoredColors = components == 1 ? .gray : components == 4 ? .cmyk : .rgb
    self.init(width: width, height: height, depth: depth, colors: colors)
  }
}
