/// How the bytes of a `Raster` are laid out and what they mean.
public enum PixelFormat: String, Sendable, CaseIterable {
  /// Red, green, blue, alpha; 8 bits each; sRGB primaries and transfer curve; alpha is straight (unassociated).
  case srgba
  /// As `srgba`, but the colors are multiplied with alpha. Only inside operations: files and assets are straight.
  case srgbaPremultiplied
  /// One byte a pixel: coverage, linear, 0 is nothing and 255 is all.
  case mask

  /// The number of bytes of one pixel.
  public var bytesPerPixel: Int {
    switch self {
    case .srgba, .srgbaPremultiplied: 4
    case .mask: 1
    }
  }
}

/// A picture in memory: rows from top to bottom, pixels from left to right, no padding between rows.
public struct Raster: Sendable, Hashable {
  /// The width in px, at least 1.
  public let width: Int

  /// The height in px, at least 1.
  public let height: Int

  /// The layout, color space and alpha of `bytes`.
  public let format: PixelFormat

  /// Exactly `width * height * format.bytesPerPixel` bytes.
  public var bytes: [UInt8] {
    didSet { precondition(bytes.count == width * height * format.bytesPerPixel, "a raster keeps its size") }
  }

  /// Wraps bytes that already have the right number; a wrong number is a mistake of the calling code.
  public init(width: Int, height: Int, format: PixelFormat, bytes: [UInt8]) {
    precondition(
      width > 0 && height > 0 && bytes.count == width * height * format.bytesPerPixel, "size and bytes agree")
    self.width = width
    self.height = height
    self.format = format
    self.bytes = bytes
  }

  /// A picture of one value in every byte.
  public init(width: Int, height: Int, format: PixelFormat, filledWith byte: UInt8 = 0) {
    self.init(
      width: width, height: height, format: format,
      bytes: Array(repeating: byte, count: width * height * format.bytesPerPixel))
  }

  /// The number of bytes of one row.
  public var bytesPerRow: Int { width * format.bytesPerPixel }

  /// Whether every pixel has full alpha; a mask has none and counts as opaque.
  public var isOpaque: Bool {
    guard format != .mask else { return true }
    return bytes.withUnsafeBytes { raw in
      let rows = stride(from: 0, to: raw.count, by: 1 << 16)
      return rows.allSatisfy { start in
        var all: UInt32 = .max
        for place in stride(from: start, to: min(raw.count, start + 1 << 16), by: 4) {
          all &= raw.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        }
        return all >> 24 == 255
      }
    }
  }
}
