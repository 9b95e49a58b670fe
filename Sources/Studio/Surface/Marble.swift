/// Marble: veins where a field that flows crosses zero, strong ones far apart and hair-thin ones between.
enum Marble {
  static let white: Grain.Pattern = { place, footprint in
    let p = Noise.turned(place, 33)
    let flow = SIMD2(
      Noise.fractal(p, 210, octaves: 4, footprint, 11), Noise.fractal(p, 210, octaves: 4, footprint, 12))
    let q = p + 95 * flow
    let wide = vein(q, 330, width: 0.05, footprint, 13) * Noise.step(-0.25, 0.5, Noise.smooth(p.x / 260, p.y / 190, 14))
    let soft = vein(q, 330, width: 0.28, footprint, 13)
    let thin =
      vein(p + 45 * flow, 120, width: 0.022, footprint, 15)
      * Noise.step(0, 0.6, Noise.smooth(p.x / 170, p.y / 170, 16))
    let cloud = Noise.fractal(q, 150, octaves: 4, gain: 0.55, footprint, 17)
    let gray = SIMD3<Float>(0.52, 0.55, 0.58)
    var tone = SIMD3<Float>(repeating: 1.06 + 0.045 * cloud)
    tone = mix(tone, gray, 0.22 * soft)
    tone = mix(tone, gray * 0.85, 0.55 * wide)
    return Grain(mix(tone, gray, 0.4 * thin))
  }

  static let dark: Grain.Pattern = { place, footprint in
    let p = Noise.turned(place, -38)
    let flow = SIMD2(
      Noise.fractal(p, 160, octaves: 4, footprint, 21), Noise.fractal(p, 160, octaves: 4, footprint, 22))
    let main =
      vein(p + 70 * flow, 260, width: 0.016, footprint, 23)
      * Noise.step(-0.1, 0.5, Noise.smooth(p.x / 240, p.y / 160, 24))
    let hair =
      vein(p + 60 * flow, 95, width: 0.012, footprint, 25)
      * Noise.step(0.1, 0.7, Noise.smooth(p.x / 130, p.y / 130, 26))
    let cloud = Noise.fractal(p, 90, octaves: 4, footprint, 27)
    let white = SIMD3<Float>(19, 18.5, 17.5)
    return Grain(mix(mix(SIMD3(repeating: 0.88 + 0.12 * cloud), white, 0.75 * main), white, 0.3 * hair))
  }

  /// 1 in the middle of a vein, 0 beyond `width` of the distance between veins.
  private static func vein(
    _ p: SIMD2<Float>, _ period: Float, width: Float, _ footprint: Float, _ seed: UInt32
  ) -> Float {
    // Finer noise on top frays the line, so that it does not close to rings.
    let q = SIMD2(p.x / period, p.y / (0.45 * period))
    let value = abs(Noise.smooth(q.x, q.y, seed) + 0.35 * Noise.smooth(2.7 * q.x, 2.7 * q.y, seed &+ 1))
    // A vein thinner than a point of the picture is seen wider and weaker.
    let spread = max(width, 1.2 * footprint / period)
    let crest = max(0, 1 - value / spread)
    return crest * crest * (width / spread)
  }
}
