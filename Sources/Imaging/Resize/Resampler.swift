internal import CImagingKernels

/// Two passes over a picture: rows are mixed first, because that halves the work of the second pass when reducing.
struct Resampler: Sendable {
  let source: Raster
  let width, height: Int
  let horizontal, vertical: ResampleWeights
  let rule: Rule

  /// How samples are made from bytes and turned back.
  enum Rule: Sendable {
    /// Every channel for itself.
    case bytes
    case premultiplied
    case light
  }

  /// `extent` is the part of the source that counts, in px; the last row or column may count in part.
  init(_ source: Raster, extent: (x: Double, y: Double), to size: (width: Int, height: Int), plan: Plan) {
    self.source = source
    (width, height) = size
    horizontal = ResampleWeights(from: source.width, extent: extent.x, to: size.width, filter: plan.filter)
    vertical = ResampleWeights(from: source.height, extent: extent.y, to: size.height, filter: plan.filter)
    rule = plan.rule
  }

  struct Plan {
    var filter: ResizeFilter
    var rule: Rule
  }

  func run(isCancelled: @escaping @Sendable () -> Bool) throws(ImagingError) -> Raster {
    let bytes = try [UInt8].filled(count: width * height * source.format.bytesPerPixel) { start throws(ImagingError) in
      // Each band writes to its own rows, and all are done before `filled` returns.
      nonisolated(unsafe) let target = start
      try forEachBand(of: height, height: 32, isCancelled: isCancelled) { band in
        source.bytes.withUnsafeBufferPointer { pixels in
          guard let first = pixels.baseAddress else { return }
          let scratch = ResamplerScratch(for: self)
          defer { scratch.free() }
          for y in band {
            mixRows(of: first, for: y, scratch)
            finish(scratch, into: target + y * width * source.format.bytesPerPixel)
          }
        }
      }
    }
    return Raster(width: width, height: height, format: source.format, bytes: bytes)
  }

  /// Leaves row `y` of the new height in `scratch.mixed`, at the old width.
  private func mixRows(of first: UnsafePointer<UInt8>, for y: Int, _ scratch: ResamplerScratch) {
    let kernels = krafd_kernels()
    let (start, count) = (Int(vertical.starts[y]), vertical.counts[y])
    vertical.weights.withUnsafeBufferPointer { weights in
      guard let all = weights.baseAddress else { return }
      let own = all + y * vertical.taps
      if rule == .bytes {
        for tap in 0..<count { scratch.byteRows[tap] = first + (start + tap) * source.bytesPerRow }
        kernels.pointee.mix_bytes(scratch.byteRows, own, count, scratch.mixed, source.bytesPerRow)
      } else {
        for tap in 0..<count { scratch.sampleRows[tap] = samples(ofRow: start + tap, first, scratch) }
        kernels.pointee.mix_samples(scratch.sampleRows, own, count, scratch.mixed, source.bytesPerRow)
      }
    }
  }

  /// The samples of an old row; the last `vertical.taps` rows asked for are remembered.
  private func samples(
    ofRow row: Int, _ first: UnsafePointer<UInt8>, _ scratch: ResamplerScratch
  ) -> UnsafePointer<Int16> {
    let slot = row % vertical.taps
    let samples = scratch.ring + slot * source.bytesPerRow
    if scratch.ringRows[slot] != row {
      scratch.ringRows[slot] = row
      let bytes = first + row * source.bytesPerRow
      if rule == .light {
        krafd_kernels().pointee.premultiply_linear(
          bytes, TransferTables.shared.linearSamples, samples, source.width)
      } else {
        krafd_kernels().pointee.premultiply(bytes, samples, source.width)
      }
    }
    return UnsafePointer(samples)
  }

  /// Resamples `scratch.mixed` to the new width and writes it as bytes.
  private func finish(_ scratch: ResamplerScratch, into out: UnsafeMutablePointer<UInt8>) {
    let kernels = krafd_kernels().pointee
    let resample = source.format == .mask ? kernels.resample_gray : kernels.resample_color
    resample(scratch.mixed, horizontal.starts, horizontal.weights, horizontal.taps, scratch.resampled, width)
    switch rule {
    case .bytes: kernels.pack(scratch.resampled, out, width * source.format.bytesPerPixel)
    case .premultiplied: kernels.unpremultiply(scratch.resampled, out, width)
    case .light: kernels.unpremultiply_linear(scratch.resampled, TransferTables.shared.encodedSamples, out, width)
    }
  }
}

/// The memory of one band; it is freed by the band that made it.
struct ResamplerScratch {
  /// One old row of mixed samples, with room for the kernels to read `taps` px beyond it.
  let mixed: UnsafeMutablePointer<Int16>
  let resampled: UnsafeMutablePointer<Int16>

  /// The rows that one new row is mixed from.
  let byteRows: UnsafeMutablePointer<UnsafePointer<UInt8>>
  let sampleRows: UnsafeMutablePointer<UnsafePointer<Int16>>

  /// Rows that are samples already, and which old row lies in each slot.
  let ring: UnsafeMutablePointer<Int16>
  let ringRows: UnsafeMutablePointer<Int>

  init(for resampler: Resampler) {
    let source = resampler.source
    let taps = resampler.vertical.taps
    let reach = source.bytesPerRow + resampler.horizontal.taps * source.format.bytesPerPixel
    mixed = .allocate(capacity: reach)
    mixed.initialize(repeating: 0, count: reach)
    resampled = .allocate(capacity: resampler.width * source.format.bytesPerPixel)
    byteRows = .allocate(capacity: taps)
    sampleRows = .allocate(capacity: taps)
    ring = .allocate(capacity: resampler.rule == .bytes ? 1 : taps * source.bytesPerRow)
    ringRows = .allocate(capacity: taps)
    ringRows.initialize(repeating: -1, count: taps)
  }

  func free() {
    mixed.deallocate()
    resampled.deallocate()
    byteRows.deallocate()
    sampleRows.deallocate()
    ring.deallocate()
    ringRows.deallocate()
  }
}
