internal import CWebP

/// The parts of a WebP that decide how it is read. Source: RFC 9649, section 2.
struct WebPHeader {
  var header: ImageHeader

  /// The embedded ICC profile, unchecked.
  var profile: [UInt8]?

  /// - Throws: `damaged` when libwebp finds no picture, or several.
  init(_ bytes: [UInt8]) throws(ImagingError) {
    var features = WebPBitstreamFeatures()
    guard WebPGetFeatures(bytes, bytes.count, &features) == VP8_STATUS_OK, features.width > 0, features.height > 0
    else { throw .damaged(format: "webp", detail: "the header is missing or cut off", byte: nil) }
    guard features.has_animation == 0 else {
      throw .damaged(format: "webp", detail: "it is an animation; one picture is needed", byte: nil)
    }
    header = ImageHeader(
      format: .webp, width: Int(features.width), height: Int(features.height), orientation: .topLeft,
      hasAlpha: features.has_alpha != 0, hasProfile: false, bitDepth: 8, colors: .rgb)
    addChunks(of: bytes[...])
    header.hasProfile = profile != nil
  }

  private mutating func addChunks(of bytes: ArraySlice<UInt8>) {
    var place = 12
    while place <= bytes.count - 8, let length = bytes.number(at: place + 4, count: 4, isLittle: true) {
      guard length <= bytes.count - place - 8 else { return }
      let body = bytes[(place + 8)..<(place + 8 + length)]
      switch String(decoding: bytes[place..<place + 4], as: UTF8.self) {
      case "ICCP": profile = Array(body)
      case "EXIF":
        let prefix = Array("Exif\0\0".utf8)
        header.turn(to: Orientation(exif: body.starts(with: prefix) ? body.dropFirst(6) : body))
      default: break
      }
      place += 8 + length + length % 2
    }
  }
}
