extension Raster {
  /// The most pixels that an operation makes.
  public static let maxPixels = 100_000_000

  /// The pixels inside an area; the origin is the top left corner.
  ///
  /// - Throws: `regionOutsideImage` when the area is empty or leaves the picture.
  /// - Cost: one copy of the kept pixels.
  public func crop(x: Int, y: Int, width: Int, height: Int) throws(ImagingError) -> Raster {
    guard (0..<self.width).contains(x), (0..<self.height).contains(y), (1...self.width - x).contains(width),
      (1...self.height - y).contains(height)
    else {
      throw .regionOutsideImage(
        x: x, y: y, width: width, height: height, imageWidth: self.width, imageHeight: self.height)
    }
    let size = format.bytesPerPixel
    var kept: [UInt8] = []
    kept.reserveCapacity(width * height * size)
    for row in y..<y + height {
      let start = (row * self.width + x) * size
      kept += bytes[start..<start + width * size]
    }
    return Raster(width: width, height: height, format: format, bytes: kept)
  }

  /// The picture with a border of one color; of a mask, the color's alpha is taken.
  ///
  /// - Throws: `badParameter` for a negative side, `tooLarge` above `maxPixels`.
  public func pad(
    left: Int, top: Int, right: Int, bottom: Int, color: PixelColor
  ) throws(ImagingError) -> Raster {
    for (name, side) in [("left", left), ("top", top), ("right", right), ("bottom", bottom)] {
      guard (0...Self.maxPixels).contains(side) else {
        throw .badParameter(name: name, detail: "must be between 0 and \(Self.maxPixels)")
      }
    }
    let (newWidth, newHeight) = (width + left + right, height + top + bottom)
    try Self.checkSize(width: newWidth, height: newHeight)
    let pixel = color.bytes(in: format)
    var padded: [UInt8] = []
    padded.reserveCapacity(newWidth * newHeight * pixel.count)
    padded.append(pixels: newWidth * top + left, of: pixel)
    for row in 0..<height {
      padded += bytes[row * bytesPerRow..<(row + 1) * bytesPerRow]
      padded.append(pixels: row == height - 1 ? right + newWidth * bottom : right + left, of: pixel)
    }
    return Raster(width: newWidth, height: newHeight, format: format, bytes: padded)
  }

  /// - Throws: `tooLarge` when an operation would make more than `maxPixels`; `badParameter` below one pixel.
  static func checkSize(width: Int, height: Int) throws(ImagingError) {
    guard width > 0 else { throw .badParameter(name: "width", detail: "must be at least 1") }
    guard height > 0 else { throw .badParameter(name: "height", detail: "must be at least 1") }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, pixels <= maxPixels else { throw .tooLarge(width: width, height: height, maxPixels: maxPixels) }
  }

  /// The largest size with the picture's proportions inside a box, each side rounded and at least 1 px. Small pictures
  /// grow.
  public func fitted(width: Int, height: Int) -> (width: Int, height: Int) {
    let box = (width: min(max(width, 1), Self.maxPixels), height: min(max(height, 1), Self.maxPixels))
    let scale = min(Double(box.width) / Double(self.width), Double(box.height) / Double(self.height))
    return (
      max(1, min(box.width, Int((Double(self.width) * scale).rounded()))),
      max(1, min(box.height, Int((Double(self.height) * scale).rounded())))
    )
  }
}

extension [UInt8] {
  fileprivate mutating func append(pixels count: Int, of pixel: [UInt8]) {
    for _ in 0..<count { append(contentsOf: pixel) }
  }
}
