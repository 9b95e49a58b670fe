/// Changes of a mask's outline. A mask that is no `.mask` is returned as it is.
extension Raster {
  /// The mask with its outline moved outwards by `px`, or inwards where that is negative. Soft edges keep their ramp.
  ///
  /// The outline moves by the same length in all directions, within 8 %; it does not move away from the frame.
  /// - Throws: `cancelled`. - Cost: proportional to `px`.
  func grown(by px: Int, isCancelled: () -> Bool) throws(ImagingError) -> Raster {
    guard px != 0, format == .mask else { return self }
    var levels = px > 0 ? bytes : bytes.map { 255 - $0 }
    for step in 0..<abs(px) {
      if isCancelled() { throw .cancelled }
      // Squares and crosses in turn make an octagon, which is nearly a disc.
      levels = Self.largest(levels, width: width, height: height, withCorners: !step.isMultiple(of: 2))
    }
    return Raster(width: width, height: height, format: .mask, bytes: px > 0 ? levels : levels.map { 255 - $0 })
  }

  /// The mask with its edges spread over about `px` on both sides, as a Gauss curve does; the frame repeats.
  ///
  /// - Throws: `cancelled`.
  func feathered(by px: Int, isCancelled: () -> Bool) throws(ImagingError) -> Raster {
    guard px > 0, format == .mask else { return self }
    let radius = (px + 1) / 2
    var levels = bytes
    for y in 0..<height {
      if y & 255 == 0, isCancelled() { throw .cancelled }
      let row = Self.blurred(levels[y * width..<(y + 1) * width].map { Float($0) }, radius: radius)
      for x in 0..<width { levels[y * width + x] = UInt8(max(0, min(255, row[x].rounded()))) }
    }
    for x in 0..<width {
      if x & 255 == 0, isCancelled() { throw .cancelled }
      let column = Self.blurred((0..<height).map { Float(levels[$0 * width + x]) }, radius: radius)
      for y in 0..<height { levels[y * width + x] = UInt8(max(0, min(255, column[y].rounded()))) }
    }
    return Raster(width: width, height: height, format: .mask, bytes: levels)
  }

  /// The largest value of every pixel and its four neighbors, or its eight.
  private static func largest(_ levels: [UInt8], width: Int, height: Int, withCorners: Bool) -> [UInt8] {
    var wide = levels
    for row in stride(from: 0, to: levels.count, by: width) {
      for index in row..<row + width {
        wide[index] = max(levels[index], levels[max(row, index - 1)], levels[min(row + width - 1, index + 1)])
      }
    }
    var result = wide
    let beside = withCorners ? wide : levels
    for index in width..<max(width, levels.count) { result[index] = max(result[index], beside[index - width]) }
    for index in 0..<levels.count - width { result[index] = max(result[index], beside[index + width]) }
    return result
  }

  /// Three running means of one line, near a Gauss curve.
  private static func blurred(_ line: [Float], radius: Int) -> [Float] {
    var line = line
    var next = line
    let last = line.count - 1
    for _ in 0..<3 {
      // Whole numbers keep the running sum exact.
      var sum = 0
      for offset in -radius...radius { sum += Int(line[max(0, min(last, offset))] * 256) }
      for index in line.indices {
        next[index] = Float(sum) / Float((2 * radius + 1) * 256)
        sum += Int(line[min(last, index + radius + 1)] * 256) - Int(line[max(0, index - radius)] * 256)
      }
      swap(&line, &next)
    }
    return line
  }
}
