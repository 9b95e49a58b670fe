/// Looks from all four sides for the first pixel that is not ground.
struct ContentsScan {
  /// The rectangle around what is found; nil for nothing.
  let bounds: CutOut.Bounds?

  /// Scans an `srgba` picture for pixels of which a level is further than `tolerance` from the ground's.
  init(_ raster: Raster, ground: PixelColor, tolerance: Int) {
    let line = Array((0..<raster.width).map { _ in ground.bytes(in: .srgba) }.joined())
    bounds = raster.bytes.withUnsafeBufferPointer { bytes in
      line.withUnsafeBufferPointer { line in
        Rows(bytes: bytes, ground: line, width: raster.width, tolerance: tolerance).bounds(height: raster.height)
      }
    }
  }

  private struct Rows {
    let bytes: UnsafeBufferPointer<UInt8>
    /// One row of ground.
    let ground: UnsafeBufferPointer<UInt8>
    let width: Int
    let tolerance: Int

    func bounds(height: Int) -> CutOut.Bounds? {
      guard let top = (0..<height).first(where: { differs($0, 0..<width) }),
        let bottom = (top..<height).last(where: { differs($0, 0..<width) })
      else { return nil }
      var (left, right) = (width, -1)
      for y in top...bottom {
        // Most rows have nothing new on either side, which whole runs of bytes tell faster than single pixels.
        if differs(y, 0..<left) { left = (0..<left).first { differs(y, $0..<$0 + 1) } ?? left }
        if differs(y, right + 1..<width) { right = (right + 1..<width).last { differs(y, $0..<$0 + 1) } ?? right }
      }
      return CutOut.Bounds(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }

    /// Whether any pixel in some columns of a row is not ground.
    private func differs(_ y: Int, _ columns: Range<Int>) -> Bool {
      let range = columns.lowerBound * 4..<columns.upperBound * 4
      let start = y * width * 4
      let row = UnsafeBufferPointer(rebasing: bytes[start + range.lowerBound..<start + range.upperBound])
      let line = UnsafeBufferPointer(rebasing: ground[range])
      var most: UInt8 = 0
      for place in 0..<range.count {
        most = max(most, max(row[place], line[place]) &- min(row[place], line[place]))
      }
      return Int(most) > tolerance
    }
  }
}
