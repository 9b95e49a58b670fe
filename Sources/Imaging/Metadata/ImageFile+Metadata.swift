extension ImageFile {
  /// The file with `metadata` as its XMP packet, in place of any other. Its pixels keep their bytes.
  ///
  /// A PNG gets an iTXt chunk before its pixels; a JPEG an APP1 segment behind those of JFIF and Exif; a WebP, also an
  /// animated one, a chunk at its end, and the chunk VP8X where it has none.
  ///
  /// - Throws: `unknownFormat`; `damaged` when the file ends early; `tooManyBytes` for a WebP of 4 GiB; `badParameter`
  ///   named `picture` when the file carries content credentials: they vouch for every byte, so a change breaks them.
  public static func adding(
    _ metadata: PictureMetadata, to bytes: [UInt8]
  ) throws(ImagingError) -> [UInt8] {
    guard let carrier = carrier(of: bytes) else { throw .unknownFormat }
    guard !carrier.hasCredentials else {
      let detail = "must carry no content credentials (C2PA), which a change would break; keep the file as it is"
      throw .badParameter(name: "picture", detail: detail)
    }
    return try carrier.carrying(Array(metadata.xmp.utf8))
  }

  /// How the picture came to be, as the file's XMP says, whoever wrote it; nil when it does not say.
  public static func digitalSourceType(of bytes: [UInt8]) -> DigitalSourceType? {
    carrier(of: bytes)?.packet.flatMap(XMPReader.sourceType)
  }

  /// Whether the file carries content credentials (C2PA). They are not checked.
  ///
  /// A file that is damaged behind the mark of them carries them too.
  public static func hasContentCredentials(_ bytes: [UInt8]) -> Bool {
    carrier(of: bytes)?.hasCredentials ?? false
  }

  private static func carrier(of bytes: [UInt8]) -> (any MetadataCarrier)? {
    switch format(of: bytes) {
    case .png: PNGCarrier(bytes)
    case .jpeg: JPEGCarrier(bytes)
    case .webp: WebPCarrier(bytes)
    case nil: nil
    }
  }
}
