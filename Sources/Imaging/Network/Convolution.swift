internal import CImagingKernels

/// A convolution with stored weights: 1 × 1 or 3 × 3 px, every pixel or every second one.
struct Convolution {
  /// The number of values a pixel that come in and go out.
  let inputs: Int
  let outputs: Int
  private let kernel: Int
  private let step: Int
  private let weights: [Float]
  private let bias: [Float]

  /// Output channels are computed sixteen at a time; the last group is filled up with zeros.
  private static let group = 16

  /// Reads one convolution: `kernel` and `step` (a byte each), inputs and outputs (two bytes each, low one first), a
  /// scale and a bias an output (32-bit floats), then the weights in bytes by output, row, column and input.
  init(reading file: inout NetworkFile) {
    kernel = file.byte()
    step = file.byte()
    inputs = file.short()
    outputs = file.short()
    let scales = file.floats(outputs)
    let biases = file.floats(outputs)
    let groups = (outputs + Self.group - 1) / Self.group
    let taps = kernel * kernel * inputs
    var weights = [Float](repeating: 0, count: groups * Self.group * taps)
    for output in 0..<outputs {
      let base = output / Self.group * taps * Self.group + output % Self.group
      for (tap, value) in file.bytes(taps).enumerated() {
        weights[base + tap * Self.group] = Float(value) * scales[output]
      }
    }
    self.weights = weights
    bias = biases + Array(repeating: 0, count: groups * Self.group - outputs)
  }

  /// The map after the convolution. Maps of odd sizes are not taken where every second pixel is left out.
  func apply(to map: FeatureMap, isCancelled: @escaping @Sendable () -> Bool) throws(ImagingError) -> FeatureMap {
    precondition(map.channels == inputs && outputs.isMultiple(of: Self.group))
    precondition(step == 1 || (map.width.isMultiple(of: 2) && map.height.isMultiple(of: 2)))
    var result = FeatureMap(width: map.width / step, height: map.height / step, channels: outputs)
    let (width, height, stride, first) = (result.width, result.height, result.stride, result.offset(0, 0))
    try result.withValues { out throws(ImagingError) in
      guard let start = out.baseAddress else { return }
      // Each band writes to its own rows only.
      nonisolated(unsafe) let out = start
      try forEachBand(of: height, height: 8, isCancelled: isCancelled) { band in
        for y in band { convolve(map, row: y, into: out + first + y * stride, width: width) }
      }
    }
    return result
  }

  private func convolve(_ map: FeatureMap, row: Int, into out: UnsafeMutablePointer<Float>, width: Int) {
    let reach = kernel / 2
    map.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      let rows = (0..<kernel).map { start + map.offset(-reach, row * step + $0 - reach) }
      krafd_kernels().pointee.convolve_row(
        rows, kernel, step, inputs, weights, bias, out, outputs / Self.group, width)
    }
  }

  /// The result for one pixel's values, for convolutions of 1 × 1 px.
  func apply(to values: [Float]) -> [Float] {
    precondition(kernel == 1 && values.count == inputs)
    return (0..<outputs).map { output in
      let base = output / Self.group * inputs * Self.group + output % Self.group
      return values.indices.reduce(bias[output]) { $0 + values[$1] * weights[base + $1 * Self.group] }
    }
  }
}
