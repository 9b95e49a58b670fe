/// Made in a workshop.
enum Made {
  /// Long fine scratches, all in one direction.
  static let brushedMetal: Grain.Pattern = { place, footprint in
    let scratch = Noise.fractal(SIMD2(place.x / 90, place.y), 1.4, octaves: 3, gain: 0.8, footprint, 141)
    let broad = Noise.fractal(SIMD2(place.x / 30, place.y), 26, octaves: 3, footprint, 142)
    return Grain(1 + 0.07 * scratch + 0.05 * broad)
  }

  /// Hand-made glazed squares in lines of grout.
  static let tile: Grain.Pattern = { place, footprint in
    let (size, joint): (Float, Float) = (98, 2.6)
    let (u, v) = (place.x / size, place.y / size)
    let (i, j) = (u.rounded(.down), v.rounded(.down))
    let h = Noise.hash(Noise.place(i), Noise.place(j), 151)
    let wave = 0.5 * Noise.smooth(place.x / 30, place.y / 30, 152)
    let edge = size * min(min(u - i, i + 1 - u), min(v - j, j + 1 - v)) + wave
    let soft = max(0.7, footprint)
    let grout = 1 - Noise.step(joint / 2 - soft / 2, joint / 2 + soft / 2, edge)
    let glaze = Noise.fractal(place, 36, octaves: 3, footprint, h)
    let own = 1.02 + 0.07 * (Float(h & 0xff) / 255 - 0.5) + 0.03 * glaze
    let worn = Noise.fractal(place, 4, octaves: 2, footprint, 153)
    let tone = mix(SIMD3(repeating: own), SIMD3(0.62, 0.61, 0.59) * (1 + 0.1 * worn), grout)
    let rim = Noise.step(joint / 2, joint / 2 + 4, edge)
    return Grain(tone, height: 1.3 * rim + 0.25 * glaze)
  }
}
