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

  /// Black, with white veins that run one way, swell and thin out, and send finer ones aside.
  static let dark: Grain.Pattern = { place, footprint in
    let p = Noise.turned(place, -34)
    let flow = SIMD2(
      Noise.fractal(p, 240, octaves: 4, gain: 0.55, footprint, 21),
      Noise.fractal(p, 150, octaves: 5, gain: 0.55, footprint, 22))
    let q = p + SIMD2(60, 26) * flow
    let swell = 0.35 + 1.3 * Noise.step(-0.5, 0.7, Noise.smooth(q.x / 160, q.y / 90, 24))
    let main = strand(q, length: 1000, apart: 185, width: 0.034 * swell, footprint, 23)
    let side = strand(
      Noise.turned(q, 31), length: 420, apart: 120, width: 0.018 * swell, footprint, 28)
    let hair = strand(Noise.turned(q, -17), length: 260, apart: 46, width: 0.02, footprint, 25)
    let near = Noise.step(0.1, 0.6, Noise.smooth(p.x / 300, p.y / 130, 26))
    let cloud = Noise.fractal(q, 110, octaves: 5, gain: 0.6, footprint, 27)
    let white = SIMD3<Float>(19, 18.5, 17.5)
    let smoke = 0.012 * Noise.step(0, 1, main.halo)
    var tone = mix(SIMD3(repeating: 0.68 + 0.12 * cloud), white, smoke)
    tone = mix(tone, white, 0.12 * hair.line * near)
    tone = mix(tone, white, 0.4 * side.line * near)
    return Grain(mix(tone, white, 0.7 * main.line))
  }

  /// Veins along the first axis: 1 in the middle of one, and what lies around it. Noise that is stretched so far has its zeros
  /// in lines that hardly ever close to rings.
  private static func strand(
    _ p: SIMD2<Float>, length: Float, apart: Float, width: Float, _ footprint: Float, _ seed: UInt32
  ) -> (line: Float, halo: Float) {
    let value = abs(
      Noise.smooth(p.x / length, p.y / apart, seed)
        + 0.2 * Noise.smooth(4 * p.x / length, 3 * p.y / apart, seed &+ 1))
    let spread = max(width, 1.2 * footprint / apart)
    let crest = max(0, 1 - value / spread)
    return (crest.squareRoot() * crest * (width / spread), max(0, 1 - value / (8 * width)))
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
