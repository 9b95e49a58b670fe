/// Values at every pixel, channels side by side, with a border of one pixel of zeros all around.
struct FeatureMap {
  /// The size in px, without the border.
  let width: Int
  let height: Int
  /// The number of values a pixel.
  let channels: Int
  /// Row by row, border included.
  private(set) var values: [Float]

  /// All zeros.
  init(width: Int, height: Int, channels: Int) {
    (self.width, self.height, self.channels) = (width, height, channels)
    values = Array(repeating: 0, count: (width + 2) * (height + 2) * channels)
  }

  /// The number of values from one row to the next.
  var stride: Int { (width + 2) * channels }

  /// Where a pixel's values begin.
  func offset(_ x: Int, _ y: Int) -> Int { (y + 1) * stride + (x + 1) * channels }

  /// Gives `body` the values to change; the border must stay 0.
  mutating func withValues(_ body: (UnsafeMutableBufferPointer<Float>) throws(ImagingError) -> Void)
    throws(ImagingError)
  {
    var failure: ImagingError?
    values.withUnsafeMutableBufferPointer { buffer in
      do throws(ImagingError) { try body(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Adds another map's values, of the same size or of half of it (each value to four pixels).
  mutating func add(_ other: FeatureMap) {
    precondition(other.channels == channels && (other.width == width || other.width * 2 == width))
    let half = other.width == width ? 0 : 1
    for y in 0..<height {
      for x in 0..<width {
        let (to, from) = (offset(x, y), other.offset(x >> half, y >> half))
        for channel in 0..<channels { values[to + channel] += other.values[from + channel] }
      }
    }
  }

  /// Adds one value a channel everywhere.
  mutating func add(_ each: [Float]) {
    for y in 0..<height {
      for x in 0..<width {
        let to = offset(x, y)
        for channel in 0..<channels { values[to + channel] += each[channel] }
      }
    }
  }

  /// Replaces negative values by 0.
  mutating func rectify() {
    for index in values.indices { values[index] = max(0, values[index]) }
  }

  /// The mean of every channel.
  func means() -> [Float] {
    var sums = [Float](repeating: 0, count: channels)
    for y in 0..<height {
      for x in 0..<width {
        let from = offset(x, y)
        for channel in 0..<channels { sums[channel] += values[from + channel] }
      }
    }
    return sums.map { $0 / Float(width * height) }
  }
}
