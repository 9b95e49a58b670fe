extension Grid {
  /// Three box blurs of the given radius, close to a Gaussian of sigma = radius. The frame repeats.
  ///
  /// Works on all processors; every value is summed in one order, so that their number changes nothing.
  func blurred(_ values: [SIMD4<Float>], radius: Int) -> [SIMD4<Float>] {
    guard radius > 0 else { return values }
    var result = values
    var along = values
    result.withUnsafeMutableBufferPointer { result in
      along.withUnsafeMutableBufferPointer { along in
        for _ in 0..<3 {
          blurRows(UnsafeBufferPointer(result), into: along, radius: radius)
          blurColumns(UnsafeBufferPointer(along), into: result, radius: radius)
        }
      }
    }
    return result
  }

  /// As `blurred`, for a radius of many px, worked out at half the size: a quarter of the cost.
  func roughlyBlurred(_ values: [SIMD4<Float>], radius: Int) -> [SIMD4<Float>] {
    let half = Grid(width: (width + 1) / 2, height: (height + 1) / 2)
    var sums = [SIMD4<Float>](repeating: .zero, count: half.count)
    for y in 0..<half.height {
      let (upper, lower) = (2 * y * width, min(height - 1, 2 * y + 1) * width)
      for x in 0..<half.width {
        let (left, right) = (2 * x, min(width - 1, 2 * x + 1))
        sums[y * half.width + x] =
          0.25 * (values[upper + left] + values[upper + right] + values[lower + left] + values[lower + right])
      }
    }
    let soft = half.blurred(sums, radius: radius / 2)
    return CoarseSampler(from: (half.width, half.height), to: (width, height)).all(soft)
  }

  private func blurRows(
    _ values: UnsafeBufferPointer<SIMD4<Float>>, into result: UnsafeMutableBufferPointer<SIMD4<Float>>, radius: Int
  ) {
    // Bands write to their own rows only.
    nonisolated(unsafe) let values = values
    nonisolated(unsafe) let result = result
    let share = 1 / Float(2 * radius + 1)
    forEachBand(of: height, height: 32) { [width] band in
      for y in band {
        let start = y * width
        var sum = SIMD4<Float>.zero
        for offset in -radius...radius { sum += values[start + max(0, min(width - 1, offset))] }
        for x in 0..<width {
          result[start + x] = sum * share
          sum += values[start + min(width - 1, x + radius + 1)]
          sum -= values[start + max(0, x - radius)]
        }
      }
    }
  }

  private func blurColumns(
    _ values: UnsafeBufferPointer<SIMD4<Float>>, into result: UnsafeMutableBufferPointer<SIMD4<Float>>, radius: Int
  ) {
    // Bands write to their own columns only.
    nonisolated(unsafe) let values = values
    nonisolated(unsafe) let result = result
    let share = 1 / Float(2 * radius + 1)
    forEachBand(of: width, height: 64) { [width, height] band in
      var sums = [SIMD4<Float>](repeating: .zero, count: band.count)
      for offset in -radius...radius {
        let row = max(0, min(height - 1, offset)) * width
        for x in band { sums[x - band.lowerBound] += values[row + x] }
      }
      for y in 0..<height {
        let (next, last) = (min(height - 1, y + radius + 1) * width, max(0, y - radius) * width)
        for x in band {
          let sum = sums[x - band.lowerBound]
          result[y * width + x] = sum * share
          sums[x - band.lowerBound] = sum + values[next + x] - values[last + x]
        }
      }
    }
  }
}
