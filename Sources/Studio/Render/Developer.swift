import CStudioKernels
import Imaging

/// Makes a picture from a canvas: filters the light, sets the tone, lays the product over it.
struct Developer: Sendable {
  let renderer: Renderer
  private let white: WhiteGround?
  private var canvas: Canvas { renderer.canvas }

  /// How many px are filtered at a time, and how many rows around them the filter reads.
  private static let bandPixels = 2 << 20
  private static let filterRows = 2 * filterSteps.reduce(0, +)
  private static let filterSteps = [1, 2, 4, 8, 16]

  init(renderer: Renderer) {
    self.renderer = renderer
    white = renderer.scene.exposure.clipsToWhite ? WhiteGround(renderer.layout) : nil
  }

  /// An opaque `srgba` picture of what is traced so far.
  func develop() throws(StudioError) -> Raster {
    let canvas = self.canvas
    let bytes = Memory<UInt8>(canvas.width * canvas.height * 4, 255)
    let rows = max(Self.bandPixels / canvas.width, 64)
    for first in stride(from: 0, to: canvas.height, by: rows) {
      let light = try filtered(first..<min(first + rows, canvas.height))
      try renderer.workers.run(min(rows, canvas.height - first)) { row in
        let y = first + row
        for x in 0..<canvas.width { finish(x, y, light, into: bytes.start + (y * canvas.width + x) * 4) }
      }
    }
    return Raster(
      width: canvas.width, height: canvas.height, format: .srgba,
      bytes: Array(UnsafeBufferPointer(start: bytes.start, count: bytes.count)))
  }

  /// The change of each color as a share of the px's own, and its variance, in four planes; without noise in `rows`.
  private func filtered(_ rows: Range<Int>) throws(StudioError) -> Band {
    let canvas = self.canvas
    let reach = renderer.isReference ? 0 : Self.filterRows
    let around = max(rows.lowerBound - reach, 0)..<min(rows.upperBound + reach, canvas.height)
    var (from, to) = (Band(around, width: canvas.width), Band(around, width: canvas.width))
    let raw = from
    try renderer.workers.run(around.count) { row in
      for x in 0..<canvas.width { demodulate(x, around.lowerBound + row, into: raw) }
    }
    let skipped = around.lowerBound * canvas.width
    for step in renderer.isReference ? [] : Self.filterSteps {
      let (input, output) = (from, to)
      try renderer.workers.run(around.count) { row in
        krafd_studio_filter_row(
          input.planes.start, output.planes.start, canvas.guides.start + skipped, canvas.width * canvas.height,
          canvas.reach.start + skipped, Int32(canvas.width), Int32(around.count), Int32(row), Int32(step))
      }
      (from, to) = (to, from)
    }
    return from
  }

  /// The color that a px would have if its light were 1.
  private func own(_ at: Int) -> SIMD3<Float> {
    let base = canvas.base.start + at * 4
    guard base[3] > 0 else { return SIMD3(base[0], base[1], base[2]) }
    // Where a piece meets another thing nothing is filtered, so any color will do.
    let piece = Int(canvas.guides.start[at]) - 3
    return piece >= 0 ? renderer.pieceColors[piece] : SIMD3(1, 1, 1)
  }

  private func demodulate(_ x: Int, _ y: Int, into band: Band) {
    let at = y * canvas.width + x
    let count = canvas.count(x: x, y: y)
    guard !canvas.isHidden(at), count > 0 else { return }
    let sums = canvas.sums.start + at * 4
    let own = own(at)
    let mean = SIMD3(sums[0], sums[1], sums[2]) / count
    let light = luminance(mean)
    let spot = band.place(at)
    for channel in 0..<3 { spot[channel * band.plane] = mean[channel] / max(own[channel], 0.01) }
    let white = max(luminance(own), 0.01)
    spot[3 * band.plane] = max(sums[3] / count - light * light, 0) / count / (white * white)
  }

  private func finish(_ x: Int, _ y: Int, _ light: Band, into out: UnsafeMutablePointer<UInt8>) {
    let at = y * canvas.width + x
    let alpha = canvas.locked.bytes[at * 4 + 3]
    if alpha == 255 {
      for channel in 0..<3 { out[channel] = canvas.locked.bytes[at * 4 + channel] }
      return
    }
    let base = canvas.base.start + at * 4
    let spot = light.place(at)
    let change = SIMD3(spot[0], spot[light.plane], spot[2 * light.plane])
    let empty = SIMD3(base[0], base[1], base[2])
    var color = empty + own(at) * change
    if base[3] == 0 {
      let nearness = white?.nearness(x: x, y: y, distance: canvas.distance(at))
      color = shaded(color, empty: empty, change: change, nearness: nearness)
    }
    if let detail = renderer.detail {
      color = detailed(color, at, empty, keyShare: detail.keyShare)
    }
    if alpha > 0 {
      let share = Float(alpha) / 255
      for channel in 0..<3 {
        color[channel] += (Tone.linear(canvas.locked.bytes[at * 4 + channel]) - color[channel]) * share
      }
    }
    let dither = Dither.threshold(x, y)
    for channel in 0..<3 { out[channel] = UInt8(min(Tone.encoded(color[channel]) + dither, 255)) }
  }
}

extension Developer {
  /// For each px the share of the set's light that the product leaves; 1 behind it and on pieces.
  func shadow() throws(StudioError) -> Memory<Float> {
    let canvas = self.canvas
    let left = Memory<Float>(canvas.width * canvas.height, 1)
    let light = try filtered(0..<canvas.height)
    for at in 0..<left.count where canvas.base.start[at * 4 + 3] == 0 && !canvas.isHidden(at) {
      let spot = light.place(at)
      left.start[at] = 1 + luminance(SIMD3(spot[0], spot[light.plane], spot[2 * light.plane]))
    }
    return left
  }
}

/// Four planes of floats for some rows of a picture, so that large pictures are filtered in parts.
private struct Band: Sendable {
  let planes: Memory<Float>
  /// Floats from plane to plane.
  let plane: Int
  private let skipped: Int

  init(_ rows: Range<Int>, width: Int) {
    plane = rows.count * width
    planes = Memory(plane * 4, 0)
    skipped = rows.lowerBound * width
  }

  /// Where the first plane has the px of that number in the whole picture.
  func place(_ at: Int) -> UnsafeMutablePointer<Float> { planes.start + (at - skipped) }
}

extension Developer {
  /// A px with its material: what is darker than the empty set keeps the material's tones, what is brighter is a mirror image
  /// upon it. Where the key's light does not arrive, the product cannot take it away again.
  private func detailed(_ color: SIMD3<Float>, _ at: Int, _ empty: SIMD3<Float>, keyShare: Float) -> SIMD3<Float> {
    let detail = canvas.detail(at)
    if canvas.base.start[at * 4 + 3] > 0 { return color * detail.tone * (1 - keyShare * (1 - detail.key)) }
    var result = color
    for channel in 0..<3 {
      let gain = color[channel] - empty[channel]
      let own = max(empty[channel], 1e-4)
      if gain >= 0 {
        result[channel] = own * detail.tone[channel] * (1 - keyShare * (1 - detail.key)) + gain
        continue
      }
      let loss = -gain / own
      let ofKey = min(loss, keyShare)
      let left = 1 - keyShare + (keyShare - ofKey) * detail.key - (loss - ofKey)
      result[channel] = own * detail.tone[channel] * max(left, 0)
    }
    return result
  }

  /// A px of the ground with its shadow as strong as the scene wants it, and on pure white no wider than `nearness` lets it.
  ///
  /// - Parameter change: what the product does to the px, as a share of its own color.
  private func shaded(
    _ color: SIMD3<Float>, empty: SIMD3<Float>, change: SIMD3<Float>, nearness: Float?
  ) -> SIMD3<Float> {
    var result = color
    let strength = Float(renderer.scene.ground.shadow)
    for channel in 0..<3 where change[channel] < 0 {
      let left = power(max(1 + change[channel], 0), strength)
      result[channel] = empty[channel] * (nearness.map { 1 - (1 - WhiteGround.cleared(left)) * $0 } ?? left)
    }
    return result
  }
}

/// Ordered noise of less than one step, so that slow gradients show no bands. The same for all colors, so grays stay gray.
///
/// - Source: J. Jimenez, "Next Generation Post Processing in Call of Duty", SIGGRAPH 2014 (interleaved gradient noise).
enum Dither {
  /// 0 ..< 1, to be added before rounding down.
  static func threshold(_ x: Int, _ y: Int) -> Float {
    let inner = 0.06711056 * Float(x) + 0.00583715 * Float(y)
    let outer = 52.9829189 * (inner - inner.rounded(.down))
    return min(outer - outer.rounded(.down), 0.9999)
  }
}
