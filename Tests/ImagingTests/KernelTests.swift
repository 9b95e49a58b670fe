import CImagingKernels
import Testing

/// Both variants of every kernel on the same random rows, at lengths around the widths of vectors.
@Suite struct Kernels {
  private let base = krafd_kernels_base().pointee
  private let best = krafd_kernels_best().pointee
  private let lengths = [1, 2, 3, 7, 8, 15, 16, 31, 32, 33, 100, 257]

  private func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var random = Seeded(state: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private func samples(_ count: Int, _ range: ClosedRange<Int16>, _ seed: UInt64) -> [Int16] {
    var random = Seeded(state: seed)
    return (0..<count).map { _ in Int16.random(in: range, using: &random) }
  }

  private func both<Element: Equatable>(
    _ count: Int, of zero: Element, _ run: (krafd_kernel_table, UnsafeMutablePointer<Element>) -> Void
  ) -> Bool {
    var (one, two) = (Array(repeating: zero, count: count), Array(repeating: zero, count: count))
    run(base, &one)
    run(best, &two)
    return one == two
  }

  @Test(arguments: [1, 2, 3, 4, 7, 12])
  func mixesRowsAlike(_ taps: Int) {
    for count in lengths {
      let rows = (0..<taps).map { bytes(count, UInt64($0)) }
      let fineRows = (0..<taps).map { samples(count, -3000...20_000, UInt64($0)) }
      let weights = samples(taps, -2000...8000, 9)
      withPointers(rows) { pointers in
        #expect(both(count, of: 0) { $0.mix_bytes(pointers, weights, taps, $1, count) })
      }
      withPointers(fineRows) { pointers in
        #expect(both(count, of: 0) { $0.mix_samples(pointers, weights, taps, $1, count) })
      }
    }
  }

  @Test(arguments: [4, 8, 12, 24])
  func resamplesAlike(_ taps: Int) {
    let row = samples((200 + taps) * 4, -3000...20_000, 5)
    let starts = samples(100, 0...199, 6).map(Int32.init)
    let weights = samples(100 * taps, -1000...4000, 7)
    for width in [1, 5, 100] {
      #expect(both(width * 4, of: 0) { $0.resample_color(row, starts, weights, taps, $1, width) })
      #expect(both(width, of: 0) { $0.resample_gray(row, starts, weights, taps, $1, width) })
    }
  }

  @Test func convertsAlike() {
    let linear = (0..<256).map { UInt16($0 * 63) }
    let encoded = (0..<16_384).map { UInt8($0 / 64) }
    for count in lengths {
      let row = bytes(count * 4, 11)
      let fine = samples(count * 4, -9000...17_000, 12)
      #expect(both(count * 4, of: 0) { $0.pack(fine, $1, count * 4) })
      #expect(both(count * 4, of: 0) { $0.premultiply(row, $1, count) })
      #expect(both(count * 4, of: 0) { $0.unpremultiply(fine, $1, count) })
      #expect(both(count * 4, of: 0) { $0.premultiply_linear(row, linear, $1, count) })
      #expect(both(count * 4, of: 0) { $0.unpremultiply_linear(fine, encoded, $1, count) })
      #expect(both(count * 4, of: 7) { $0.add_bytes(row, $1, count * 4) })
      #expect(both(count * 4, of: 7) { $0.add_premultiplied(row, $1, count) })
      #expect(both(count * 4, of: 7) { $0.add_samples(fine.map { max($0, 0) }, $1, count * 4) })
      #expect(both(count * 4, of: 0) { $0.over(row, bytes(count * 4, 13), $1, count) })
    }
  }

  @Test(arguments: [(1, 1), (2, 4), (3, 9), (7, 700), (5, 65_535)])
  func averagesAlikeAndExactly(_ columns: Int, _ pixels: UInt32) {
    let sums = samples(20 * columns * 4, 0...32_767, 3).map { sample -> UInt32 in
      UInt32(UInt64(sample) * UInt64(pixels) * 255 / UInt64(columns) / 32_767)
    }
    for channels in [1, 4] {
      var out = [UInt8](repeating: 0, count: 20 * channels)
      base.average(sums, channels, columns, pixels, &out, 20)
      for index in out.indices {
        let (x, channel) = (index / channels, index % channels)
        let sum = (0..<columns).reduce(0) { $0 + sums[(x * columns + $1) * channels + channel] }
        #expect(UInt32(out[index]) == (sum + pixels / 2) / pixels)
      }
      #expect(both(20 * channels, of: 0) { $0.average(sums, channels, columns, pixels, $1, 20) })
    }
  }

  @Test func mixesLightAlikeWithinOneLevel() {
    let linear = (0..<256).map { Float($0 * $0) / 65_025 }
    let thresholds = (0...256).map { level -> Float in
      let edge = Float(max(2 * level - 1, 0))
      return level == 256 ? .infinity : edge * edge / 260_100
    }
    let first = (0...4096).map { step -> UInt8 in UInt8(thresholds.lastIndex { $0 <= Float(step) / 4096 } ?? 0) }
    for count in lengths {
      let (top, bottom) = (bytes(count * 4, 1), bytes(count * 4, 2))
      var floats = (Array(repeating: Float(0), count: count * 4), Array(repeating: Float(0), count: count * 4))
      base.linearize(top, linear, &floats.0, count)
      best.linearize(top, linear, &floats.1, count)
      #expect(zip(floats.0, floats.1).allSatisfy { abs($0 - $1) <= 1e-7 })
      let light = floats.0
      #expect(both(count * 4, of: 0) { $0.encode(light, thresholds, first, $1, count) })
      var (one, two) = (Array(repeating: UInt8(0), count: count * 4), Array(repeating: UInt8(0), count: count * 4))
      base.over_linear(top, bottom, linear, thresholds, first, &one, count)
      best.over_linear(top, bottom, linear, thresholds, first, &two, count)
      #expect(zip(one, two).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    }
  }

  @Test(arguments: [1, 2, 3, 10, 100, 128, 254, 255])
  func premultipliedPixelsComeBackToTheirRounding(_ alpha: Int) {
    // A sample is rounded to the nearest of 4 · 255 / alpha steps a level, in color and in alpha.
    let tolerance = 0.5 + 4.0 / Double(alpha)
    let row = (0...255).flatMap { level in [level, level, level, alpha].map(UInt8.init) }
    var samples = [Int16](repeating: 0, count: 1024)
    var back = [UInt8](repeating: 0, count: 1024)

    base.premultiply(row, &samples, 256)
    base.unpremultiply(samples, &back, 256)

    for level in 0...255 {
      #expect(Int(back[level * 4 + 3]) == alpha)
      #expect(abs(Double(back[level * 4]) - Double(level)) <= tolerance)
    }
  }

  private func withPointers<Element>(
    _ rows: [[Element]], _ body: (UnsafePointer<UnsafePointer<Element>>) -> Void
  ) {
    let memory = rows.map { row -> UnsafeMutablePointer<Element> in
      let copy = UnsafeMutablePointer<Element>.allocate(capacity: row.count)
      copy.initialize(from: row, count: row.count)
      return copy
    }
    defer { for pointer in memory { pointer.deallocate() } }
    body(memory.map { UnsafePointer($0) })
  }
}
