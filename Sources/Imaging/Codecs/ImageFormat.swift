/// A file format that krafd reads and writes.
public enum ImageFormat: String, Sendable, CaseIterable {
  case png
  case jpeg
  case webp

  /// The registered media type, like `image/png`.
  public var mediaType: String { "image/\(rawValue)" }

  /// The usual end of a file name, without the dot.
  public var fileExtension: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .webp: "webp"
    }
  }
}

extension ImageFormat {
  /// The format whose signature `bytes` begin with; names and suffixes of files play no part.
  init?(signatureOf bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      self = .webp
    } else {
      return nil
    }
  }
}
