/// The pixels of a picture whose alpha is not known, with all that touch them, as a list.
///
/// Only these are worked on, so time and memory go with the length of the edge, not with the size of the picture.
struct MattingBand {
  /// The index of each pixel in the picture, ascending.
  let pixels: [Int32]
  /// The colors of the pixels, red, green, blue, 0...1.
  let colors: [SIMD4<Float>]
  /// Whether the alpha of a pixel is to be found.
  let isUnknown: [Bool]
  /// The nine members of each 3 × 3 window that holds an unknown pixel, as places in `pixels`.
  let windows: [Int32]

  /// Lists the band of a picture of `width` px, at least 3 × 3; `color` gives the color of a pixel by its index.
  init(unknown: [Bool], width: Int, color: (Int) -> SIMD4<Float>) {
    let height = unknown.count / width
    let grid = Grid(width: width, height: height)
    let near = grid.grown(unknown)
    var pixels: [Int32] = []
    var placeOf = [Int32](repeating: -1, count: unknown.count)
    // Windows stand on every pixel beside an unknown one, but for the frame, and reach one pixel further.
    let members = grid.grown(near)
    for index in 0..<unknown.count where members[index] {
      placeOf[index] = Int32(pixels.count)
      pixels.append(Int32(index))
    }
    var windows: [Int32] = []
    for pixel in pixels where near[Int(pixel)] {
      let x = Int(pixel) % width
      let y = Int(pixel) / width
      guard x > 0, x < width - 1, y > 0, y < height - 1 else { continue }
      for row in -1...1 {
        for column in -1...1 { windows.append(placeOf[Int(pixel) + row * width + column]) }
      }
    }
    self.pixels = pixels
    self.windows = windows
    colors = pixels.map { color(Int($0)) }
    isUnknown = pixels.map { unknown[Int($0)] }
  }
}

extension Grid {
  /// The mask and all eight neighbors of it.
  func grown(_ mask: [Bool]) -> [Bool] {
    var wide = mask
    for y in 0..<height {
      for x in 0..<width where mask[y * width + x] {
        if x > 0 { wide[y * width + x - 1] = true }
        if x < width - 1 { wide[y * width + x + 1] = true }
      }
    }
    var result = wide
    for index in 0..<count where wide[index] {
      if index >= width { result[index - width] = true }
      if index < count - width { result[index + width] = true }
    }
    return result
  }
}
