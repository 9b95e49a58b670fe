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
    let bytes = [UInt8](unsafeUninitializedCapacity: stored.bytes.count) { target, count in
      stored.bytes.withUnsafeBytes { source in
        let target = UnsafeMutableRawBufferPointer(target)
        if stored.format.bytesPerPixel == 4 {
          copy(UInt32.self, from: source, storedWidth: stored.width, to: target, width: width, height: height)
        } else {
          copy(UInt8.self, from: source, storedWidth: stored.width, to: target, width: width, height: height)
        }
      }
      count = stored.bytes.count
    }
    return Raster(width: width, height: height, format: stored.format, bytes: bytes)
  }

  /// Copies pixel by pixel, in squares that fit the cache whichever way they are read.
  private func copy<Pixel: BitwiseCopyable>(
    _: Pixel.Type, from source: UnsafeRawBufferPointer, storedWidth: Int, to target: UnsafeMutableRawBufferPointer,
    width: Int, height: Int
  ) {
    let size = MemoryLayout<Pixel>.size
    let stepX = (swapsSides ? storedWidth : 1) * (flipsX ? -1 : 1)
    let stepY = (swapsSides ? 1 : storedWidth) * (flipsY ? -1 : 1)
    let first = (flipsX ? -stepX * (width - 1) : 0) + (flipsY ? -stepY * (height - 1) : 0)
    let columns = (width + 31) / 32
    for square in 0..<columns * ((height + 31) / 32) {
      let (left, top) = (square % columns * 32, square / columns * 32)
      for y in top..<min(top + 32, height) {
        for x in left..<min(left + 32, width) {
          let pixel = source.loadUnaligned(fromByteOffset: (first + x * stepX + y * stepY) * size, as: Pixel.self)
          target.storeBytes(of: pixel, toByteOffset: (y * width + x) * size, as: Pixel.self)
        }
      }
    }
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
