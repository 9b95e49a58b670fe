/// Reduction by area averaging, on sRGB values as stored.
enum AreaAverage {
  /// Answers colors 0...255 (x, y, z are red, green, blue), row by row.
  static func reduce(_ photo: Raster, width: Int, height: Int) -> [SIMD4<Float>] {
    let columns = Spans(from: photo.width, to: width)
    let rows = Spans(from: photo.height, to: height)
    var result = [SIMD4<Float>](repeating: .zero, count: width * height)
    photo.bytes.withUnsafeBufferPointer { bytes in
      result.withUnsafeMutableBufferPointer { result in
        // Bands write to their own rows only.
        nonisolated(unsafe) let bytes = bytes
        nonisolated(unsafe) let result = result
        forEachBand(of: height, height: 16) { band in
          var line = [SIMD4<Float>](repeating: .zero, count: photo.width)
          for y in band {
            for x in line.indices { line[x] = .zero }
            for number in rows.shares(of: y) {
              let (start, share) = (rows.lines[number] * photo.width * 4, rows.shares[number])
              for x in line.indices {
                let at = start + x * 4
                line[x] += share * SIMD4(Float(bytes[at]), Float(bytes[at + 1]), Float(bytes[at + 2]), 0)
              }
            }
            for x in 0..<width {
              var sum = SIMD4<Float>.zero
              for number in columns.shares(of: x) { sum += columns.shares[number] * line[columns.lines[number]] }
              result[y * width + x] = sum
            }
          }
        }
      }
    }
    return result
  }

  /// Which source lines every target line covers, and how much each counts; a target line's shares sum to 1.
  private struct Spans: Sendable {
    private(set) var lines: [Int] = []
    private(set) var shares: [Float] = []
    private var starts = [0]

    init(from source: Int, to target: Int) {
      let step = Double(source) / Double(target)
      for index in 0..<target {
        let start = Double(index) * step
        let end = min(Double(source), start + step)
        var line = Int(start)
        while Double(line) < end && line < source {
          let covered = min(end, Double(line + 1)) - max(start, Double(line))
          if covered > 1e-9 {
            lines.append(line)
            shares.append(Float(covered / (end - start)))
          }
          line += 1
        }
        starts.append(lines.count)
      }
    }

    /// Where the shares of a target line are.
    func shares(of target: Int) -> Range<Int> { starts[target]..<starts[target + 1] }
  }
}
