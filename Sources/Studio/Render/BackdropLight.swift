import CStudioKernels
import Catalog

/// What a wall shows besides its material: a glow behind the product, lamps out of focus, darker corners, or the open sky.
struct BackdropLight: Sendable {
  private let kind: WallLight
  /// The wall's point behind the product's middle, as x and s, and how far the picture reaches there.
  private let middle: SIMD2<Float>
  private let reach: Float
  /// One over the wall's own color: lamps have theirs.
  private let uncolored: SIMD3<Float>

  /// The sky's linear color at the horizon and high up.
  private static let haze = SIMD3<Float>(0.78, 0.86, 0.92), zenith = SIMD3<Float>(0.2, 0.42, 0.76)

  init?(_ scene: Scene, layout: Layout, set: KrafdStudioSet) {
    guard let light = scene.room.light else { return nil }
    kind = light
    let wall = Double(set.wall_z)
    let back = (layout.eyeDistance - wall) / layout.eyeDistance
    let product = SIMD2(
      (Double(layout.placement.x) + Double(layout.placement.width) / 2 - layout.originX) * layout.scale,
      layout.worldHeight(row: Double(layout.placement.y) + Double(layout.placement.height) / 2))
    let y = layout.eyeHeight + (product.y - layout.eyeHeight) * back
    middle = SIMD2(Float(product.x * back), Float(y - wall) + set.wall_gap)
    let color = BuiltSet.linear(scene.room.wall)
    uncolored = SIMD3<Float>(1, 1, 1) / SIMD3(max(color.x, 0.004), max(color.y, 0.004), max(color.z, 0.004))
    reach = Float(Double(max(layout.width, layout.height)) * layout.scale * back / 2)
  }

  /// The wall's light as a share of its color.
  func tone(x: Float, s: Float) -> SIMD3<Float> {
    let p = (SIMD2(x, s) - middle) / reach
    let far = (p * p).sum().squareRoot()
    switch kind {
    case .vignette: return SIMD3(repeating: 1.12 - 0.78 * Noise.step(0.15, 1.5, far))
    case .glow:
      let light = 1 / (1 + power(far / 0.52, 3.2))
      let core = 1 / (1 + power(far / 0.24, 3))
      return SIMD3(repeating: 0.05 + 0.75 * light) + SIMD3(0.45, 0.5, 0.42) * core
    case .sky:
      let up = Noise.step(-0.55, 1.25, p.y)
      return (Self.haze + (Self.zenith - Self.haze) * up) * uncolored
    case .bokeh: return SIMD3(repeating: 0.95 - 0.6 * Noise.step(0.2, 1.4, far)) + lamps(p) * uncolored
    }
  }

  /// Discs of warm light, scattered with room between them.
  private func lamps(_ p: SIMD2<Float>) -> SIMD3<Float> {
    var sum = SIMD3<Float>.zero
    for (layer, size) in [(UInt32(181), Float(0.27)), (182, 0.4), (183, 0.6)] {
      let q = p / size
      let (cx, cy) = (Noise.place(q.x.rounded(.down)), Noise.place(q.y.rounded(.down)))
      for dy in Int32(-1)...1 {
        for dx in Int32(-1)...1 {
          let h = Noise.hash(cx + dx, cy + dy, layer)
          guard h & 0xff < 100 else { continue }
          let center = SIMD2(
            Float(cx + dx) + 0.2 + 0.6 * Float(h >> 8 & 0xff) / 255,
            Float(cy + dy) + 0.2 + 0.6 * Float(h >> 16 & 0xff) / 255)
          let radius = 0.2 + 0.16 * Float(h >> 24) / 255
          let away = ((q - center) * (q - center)).sum().squareRoot()
          guard away < radius * 1.1 else { continue }
          // A lens draws a disc that is a little brighter at its rim.
          let disc = (1 - Noise.step(radius * 0.9, radius * 1.08, away)) * (0.75 + 0.25 * away / radius)
          let bright = 0.12 + 0.95 * power(Float(h >> 4 & 0xff) / 255, 1.6)
          let warm = Float(h >> 12 & 0xff) / 255
          sum += disc * bright * SIMD3(1, 0.58 + 0.22 * warm, 0.24 + 0.3 * warm)
        }
      }
    }
    return sum
  }
}
