extension Raster {
  /// A mask as an opaque gray picture.
  public var grayPicture: Raster {
    guard format == .mask else { return self }
    let pixels = [UInt8](unsafeUninitializedCapacity: bytes.count * 4) { target, count in
      for (index, level) in bytes.enumerated() {
        for channel in 0..<3 { target[index * 4 + channel] = level }
        target[index * 4 + 3] = 255
      }
      count = bytes.count * 4
    }
    return Raster(width: width, height: height, format: .srgba, bytes: pixels)
  }

  /// The levels of a picture without colors as a mask; nil when a pixel has a color. Alpha is left aside.
  var grayLevels: Raster? {
    var levels: [UInt8] = []
    levels.reserveCapacity(width * height)
    for pixel in stride(from: 0, to: bytes.count, by: 4) {
      guard bytes[pixel] == bytes[pixel + 1], bytes[pixel] == bytes[pixel + 2] else { return nil }
      levels.append(bytes[pixel])
    }
    return Raster(width: width, height: height, format: .mask, bytes: levels)
  }
}
