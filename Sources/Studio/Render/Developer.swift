import CStudioKernels
import Imaging

/// Makes a picture from a canvas: filters the light, sets the tone, lays the product over it.
struct Developer: Sendable {
  let renderer: Renderer
  private var canvas: Canvas { renderer.canvas }

  /// An opaque `srgba` picture of what is traced so far.
  func develop() throws(StudioError) -> Raster {
    let light = try filtered()
    let (canvas, size) = (self.canvas, self.canvas.width * self.canvas.height)
    let bytes = Memory<UInt8>(size * 4, 255)
    try renderer.workers.run(canvas.height) { y in
      for x in 0..<canvas.width { finish(x, y, light, size, into: bytes.start + (y * canvas.width + x) * 4) }
    }
    return Raster(
      width: canvas.width, height: canvas.height, format: .srgba,
      bytes: Array(UnsafeBufferPointer(start: bytes.start, count: size * 4)))
  }

  /// Four planes: the change of each color as a share of the px's own, and its variance; without noise.
  private func filtered() throws(StudioError) -> Memory<Float> {
    let size = canvas.width * canvas.height
    var (from, to) = (Memory<Float>(size * 4, 0), Memory<Float>(size * 4, 0))
    let (canvas, raw) = (self.canvas, from)
    try renderer.workers.run(canvas.height) { y in
      for x in 0..<canvas.width { demodulate(x, y, into: raw, size) }
    }
    for step in [1, 2, 4, 8, 16] {
      let (input, output) = (from, to)
      try renderer.workers.run(canvas.height) { y in
        krafd_studio_filter_row(
          input.start, output.start, canvas.guides.start, canvas.reach.start, Int32(canvas.width),
          Int32(canvas.height), Int32(y), Int32(step))
      }
      (from, to) = (to, from)
    }
    return from
  }

  /// The color that a px would have if its light were 1.
  private func own(_ at: Int) -> SIMD3<Float> {
    let base = canvas.base.start + at * 4
    return SIMD3(base[0], base[1], base[2]) + renderer.plinthColor * base[3]
  }

  private func demodulate(_ x: Int, _ y: Int, into planes: Memory<Float>, _ size: Int) {
    let at = y * canvas.width + x
    let count = canvas.count(x: x, y: y)
    guard !canvas.isHidden(at), count > 0 else { return }
    let sums = canvas.sums.start + at * 4
    let own = own(at)
    let mean = SIMD3(sums[0], sums[1], sums[2]) / count
    let light = luminance(mean)
    for channel in 0..<3 { planes.start[channel * size + at] = mean[channel] / max(own[channel], 0.01) }
    let white = max(luminance(own), 0.01)
    planes.start[3 * size + at] = max(sums[3] / count - light * light, 0) / count / (white * white)
  }

  private func finish(_ x: Int, _ y: Int, _ light: Memory<Float>, _ size: Int, into out: UnsafeMutablePointer<UInt8>) {
    let at = y * canvas.width + x
    let alpha = canvas.locked.bytes[at * 4 + 3]
    if alpha == 255 {
      for channel in 0..<3 { out[channel] = canvas.locked.bytes[at * 4 + channel] }
      return
    }
    let base = canvas.base.start + at * 4
    let change = SIMD3(light.start[at], light.start[size + at], light.start[2 * size + at])
    var color = renderer.scene.toned(
      empty: SIMD3(base[0], base[1], base[2]), own: own(at), change: change, isPlinth: base[3] > 0,
      nearness: nearness(x, y, at))
    if let detail = renderer.detail {
      color = detailed(color, at, SIMD3(base[0], base[1], base[2]), keyShare: detail.keyShare)
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
  /// A px with its material: what is darker than the empty set keeps the material's tones, what is brighter is a mirror image
  /// upon it. Where the key's light does not arrive, the product cannot take it away again.
  private func detailed(_ color: SIMD3<Float>, _ at: Int, _ empty: SIMD3<Float>, keyShare: Float) -> SIMD3<Float> {
    let detail = canvas.detail(at)
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

  /// 1 at the product, 0 from three tenths of its size on and at the picture's border: how much of a shadow a white ground
  /// keeps, so that what marketplaces test for white is white.
  private func nearness(_ x: Int, _ y: Int, _ at: Int) -> Float {
    guard renderer.scene.exposure.clipsToWhite else { return 1 }
    let distance = canvas.distance(at) / renderer.productSize
    let border = Float(min(min(x, canvas.width - 1 - x), min(y, canvas.height - 1 - y)))
    let edge = smooth(border / (0.04 * Float(min(canvas.width, canvas.height))))
    return (1 - smooth((distance - 0.04) / 0.26)) * edge
  }

  /// 0 below 0, 1 above 1, an S between.
  private func smooth(_ value: Float) -> Float {
    let t = min(max(value, 0), 1)
    return t * t * (3 - 2 * t)
  }
}

extension Scene {
  /// The linear color of a px of the set.
  ///
  /// - Parameter change: what the product does to `own`, as a share of it.
  fileprivate func toned(
    empty: SIMD3<Float>, own: SIMD3<Float>, change: SIMD3<Float>, isPlinth: Bool, nearness: Float
  ) -> SIMD3<Float> {
    var result = empty + own * change
    guard !isPlinth else { return result }
    let strength = Float(ground.shadow)
    for channel in 0..<3 where change[channel] < 0 {
      var left = power(max(1 + change[channel], 0), strength)
      if exposure.clipsToWhite { left = 1 - (1 - cleared(left)) * nearness }
      result[channel] = empty[channel] * left
    }
    return result
  }

  /// Takes the haze of far shadow from a white ground: what is nearly white becomes white, what is dark stays.
  private func cleared(_ left: Float) -> Float {
    let loss = 1 - left
    let t = min(max((loss - 0.012) / 0.10, 0), 1)
    return 1 - loss * t * t * (3 - 2 * t)
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
