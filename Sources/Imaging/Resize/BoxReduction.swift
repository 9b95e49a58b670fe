internal import CImagingKernels

/// Averages of whole blocks of pixels, in integers.
struct BoxReduction {
  /// The longest side of a block, in px; sums of more rows might overflow.
  static let maxSide = 65_000

  /// The block's sides in px. Blocks at the right and the bottom may be cut off by the picture.
  var columns, rows: Int
  var light: ResizeLight

  /// One pixel for every block. Colors are weighed with their alpha.
  func apply(
    to source: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> Raster {
    let width = (source.width + columns - 1) / columns
    let height = (source.height + rows - 1) / rows
    let rule = Rule(of: source, light: light)
    let bytes = try [UInt8].filled(count: width * height * source.format.bytesPerPixel) { start throws(ImagingError) in
      // Each band writes to its own rows, and all are done before `filled` returns.
      nonisolated(unsafe) let target = start
      try forEachBand(of: height, height: 8, isCancelled: isCancelled) { band in
        source.bytes.withUnsafeBufferPointer { pixels in
          guard let first = pixels.baseAddress else { return }
          reduce(source, at: first, rule: rule, into: target, rows: band)
        }
      }
    }
    return Raster(width: width, height: height, format: source.format, bytes: bytes)
  }

  /// What is added up, and so how it is divided.
  private enum Rule {
    case bytes
    case premultiplied
    case light

    init(of source: Raster, light: ResizeLight) {
      if source.format == .mask {
        self = .bytes
      } else if light == .linear {
        self = .light
      } else {
        self = source.format == .srgba && !source.isOpaque ? .premultiplied : .bytes
      }
    }
  }

  private func reduce(
    _ source: Raster, at first: UnsafePointer<UInt8>, rule: Rule, into target: UnsafeMutablePointer<UInt8>,
    rows band: Range<Int>
  ) {
    let channels = source.format.bytesPerPixel
    let width = (source.width + columns - 1) / columns
    var sums = [UInt32](repeating: 0, count: source.bytesPerRow)
    var samples = [Int16](repeating: 0, count: rule == .light ? source.bytesPerRow : 0)
    for y in band {
      let covered = y * rows..<min(source.height, (y + 1) * rows)
      for index in sums.indices { sums[index] = 0 }
      for row in covered {
        add(first + row * source.bytesPerRow, width: source.width, channels: channels, rule: rule, &sums, &samples)
      }
      divide(sums, of: source, covered: covered.count, rule: rule, into: target + y * width * channels)
    }
  }

  /// Writes one row of averages from the sums of `covered` rows.
  private func divide(
    _ sums: [UInt32], of source: Raster, covered: Int, rule: Rule, into out: UnsafeMutablePointer<UInt8>
  ) {
    let channels = source.format.bytesPerPixel
    var done = 0
    if rule == .bytes, covered * columns <= 65_535 {
      done = source.width / columns
      krafd_kernels().pointee.average(sums, channels, columns, UInt32(covered * columns), out, done)
    }
    for x in done..<(source.width + columns - 1) / columns {
      let block = x * columns..<min(source.width, (x + 1) * columns)
      switch channels {
      case 1: out[x] = Self.average(sums, block, channel: 0, of: 1, pixels: covered * block.count)
      default: write(sums, block, rule: rule, pixels: covered * block.count, to: out + x * 4)
      }
    }
  }

  private func add(
    _ row: UnsafePointer<UInt8>, width: Int, channels: Int, rule: Rule, _ sums: inout [UInt32], _ samples: inout [Int16]
  ) {
    let kernels = krafd_kernels().pointee
    switch rule {
    case .bytes: kernels.add_bytes(row, &sums, width * channels)
    case .premultiplied: kernels.add_premultiplied(row, &sums, width)
    case .light:
      kernels.premultiply_linear(row, TransferTables.shared.linearSamples, &samples, width)
      kernels.add_samples(samples, &sums, width * channels)
    }
  }

  private func write(
    _ sums: [UInt32], _ block: Range<Int>, rule: Rule, pixels: Int, to out: UnsafeMutablePointer<UInt8>
  ) {
    if rule == .bytes {
      for channel in 0..<4 {
        out[channel] = Self.average(sums, block, channel: channel, of: 4, pixels: pixels)
      }
      return
    }
    let alpha = Self.sum(sums, block, channel: 3, of: 4)
    let full: UInt64 = rule == .light ? 16_256 : 65_025
    out[3] = UInt8((alpha * 255 + full * UInt64(pixels) / 2) / (full * UInt64(pixels)))
    for channel in 0..<3 {
      let color = Self.sum(sums, block, channel: channel, of: 4)
      let scale: UInt64 = rule == .light ? 16_383 : 255
      let share = alpha == 0 ? 0 : Int((min(color, alpha) * scale + alpha / 2) / alpha)
      out[channel] = rule == .light ? TransferTables.shared.encodedSamples[share] : UInt8(share)
    }
  }

  private static func average(
    _ sums: [UInt32], _ block: Range<Int>, channel: Int, of channels: Int, pixels: Int
  ) -> UInt8 {
    UInt8((sum(sums, block, channel: channel, of: channels) + UInt64(pixels) / 2) / UInt64(pixels))
  }

  private static func sum(_ sums: [UInt32], _ block: Range<Int>, channel: Int, of channels: Int) -> UInt64 {
    var sum: UInt64 = 0
    for column in block { sum += UInt64(sums[column * channels + channel]) }
    return sum
  }
}
