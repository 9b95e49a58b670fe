/// How stored rows are turned or mirrored to be shown.
///
/// Source: Exif 2.32, tag 0x0112; the names say where the first stored row and the first stored column are shown.
public enum Orientation: Int, Sendable, CaseIterable {
  case topLeft = 1
  case topRight = 2
  case bottomRight = 3
  case bottomLeft = 4
  case leftTop = 5
  case rightTop = 6
  case rightBottom = 7
  case leftBottom = 8

  /// Whether stored rows are shown as columns.
  public var swapsSides: Bool { rawValue >= 5 }

  /// Whether the shown picture is mirrored from left to right, after any exchange of rows and columns.
  private var flipsX: Bool { [2, 3, 6, 7].contains(rawValue) }

  /// Whether the shown picture is mirrored from top to bottom, after any exchange of rows and columns.
  private var flipsY: Bool { [3, 4, 7, 8].contains(rawValue) }

  /// The picture as it is shown.
  func apply(to stored: Raster) -> Raster {
    if self == .topLeft { return stored }
    let (width, height) = swapsSides ? (stored.height, stored.width) : (stored.width, stored.height)
    let size = stored.format.bytesPerPixel
    let bytes = [UInt8](unsafeUninitializedCapacity: stored.bytes.count) { target, count in
      stored.bytes.withUnsafeBufferPointer { source in
        for y in 0..<height {
          let fromY = flipsY ? height - 1 - y : y
          for x in 0..<width {
            let fromX = flipsX ? width - 1 - x : x
            let from = (swapsSides ? fromX * stored.width + fromY : fromY * stored.width + fromX) * size
            let to = (y * width + x) * size
            for channel in 0..<size { target.initializeElement(at: to + channel, to: source[from + channel]) }
          }
        }
      }
      count = stored.bytes.count
    }
    return Raster(width: width, height: height, format: stored.format, bytes: bytes)
  }
}

extension Orientation {
  /// The orientation that Exif data name, or `topLeft` when they name none or are damaged.
  ///
  /// `exif` begins with the TIFF header (`II*` or `MM*`). Only the first directory is read.
  init(exif: ArraySlice<UInt8>) {
    self = Self.read(exif) ?? .topLeft
  }

  private static func read(_ exif: ArraySlice<UInt8>) -> Orientation? {
    let isLittle = exif.starts(with: [0x49, 0x49, 0x2A, 0])
    guard isLittle || exif.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
    func number(at offset: Int, count: Int) -> Int? {
      exif.number(at: offset, count: count, isLittle: isLittle)
    }
    guard let directory = number(at: 4, count: 4), let entries = number(at: directory, count: 2) else { return nil }
    for entry in 0..<entries {
      let start = directory + 2 + entry * 12
      guard let tag = number(at: start, count: 2) else { return nil }
      if tag == 0x0112 { return number(at: start + 8, count: 2).flatMap(Orientation.init(rawValue:)) }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The unsigned number of `count` (at most 4) bytes at `offset` from the start, or nil when they are not all there.
  func number(at offset: Int, count: Int, isLittle: Bool = false) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    let first = startIndex + offset
    let digits = self[first..<first + count]
    return isLittle
      ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
  }
}
