/// An opaque sheet that things are laid on. What leaves it is left out.
struct SheetCanvas {
  let width: Int
  let height: Int
  private var bytes: [UInt8]

  /// A sheet of one color.
  init(width: Int, height: Int, color: PixelColor) {
    (self.width, self.height) = (width, height)
    bytes = [UInt8](unsafeUninitializedCapacity: width * height * 4) { target, count in
      let pixels = UnsafeMutableRawBufferPointer(target)
      let pixel = color.bytes(in: .srgba).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for place in 0..<width * height {
        pixels.storeBytes(of: pixel.littleEndian, toByteOffset: place * 4, as: UInt32.self)
      }
      count = width * height * 4
    }
  }

  /// The finished sheet.
  var raster: Raster { Raster(width: width, height: height, format: .srgba, bytes: bytes) }

  /// Lays a picture without transparency on the sheet, byte for byte.
  mutating func place(_ picture: Raster, x: Int, y: Int) {
    let columns = max(0, -x)..<max(max(0, -x), min(picture.width, width - x))
    for row in max(0, -y)..<max(max(0, -y), min(picture.height, height - y)) {
      let source = (row * picture.width + columns.lowerBound) * 4
      let target = ((y + row) * width + x + columns.lowerBound) * 4
      bytes.replaceSubrange(
        target..<target + columns.count * 4, with: picture.bytes[source..<source + columns.count * 4])
    }
  }

  /// Fills a rectangle.
  mutating func fill(_ box: SheetLayout.Box, with color: PixelColor) {
    place(even(box.width, box.height, color), x: box.x, y: box.y)
  }

  /// Draws a line of 1 px around a rectangle, outside of it.
  mutating func outline(_ box: SheetLayout.Box, color: PixelColor) {
    for y in [box.y - 1, box.y + box.height] { place(even(box.width + 2, 1, color), x: box.x - 1, y: y) }
    for x in [box.x - 1, box.x + box.width] { place(even(1, box.height, color), x: x, y: box.y) }
  }

  /// Colors the sheet as much as a mask says.
  mutating func ink(_ mask: Raster, x: Int, y: Int, color: PixelColor) {
    let ink = color.bytes(in: .srgba)
    for row in 0..<mask.height where (0..<height).contains(y + row) {
      for column in 0..<mask.width where (0..<width).contains(x + column) {
        let share = Int(mask.bytes[row * mask.width + column])
        guard share > 0 else { continue }
        let start = ((y + row) * width + x + column) * 4
        for channel in start..<start + 3 {
          let mixed = Int(bytes[channel]) * (255 - share) + Int(ink[channel - start]) * share
          bytes[channel] = UInt8((mixed + 127) / 255)
        }
      }
    }
  }

  private func even(_ width: Int, _ height: Int, _ color: PixelColor) -> Raster {
    let pixel = color.bytes(in: .srgba)
    return Raster(
      width: width, height: height, format: .srgba, bytes: Array((0..<width * height).map { _ in pixel }.joined()))
  }
}
