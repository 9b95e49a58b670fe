/// Cast, spread and loose minerals.
enum Mineral {
  /// Clouds from pouring, fine speckle, and small pores.
  static let concrete: Grain.Pattern = { place, footprint in
    let cloud = Noise.fractal(place, 260, octaves: 5, gain: 0.55, footprint, 41)
    let fine = Noise.fractal(place, 5, octaves: 3, gain: 0.7, footprint, 42)
    let pores = Noise.cells(place.x / 21, place.y / 21, 43)
    let size = 0.022 + 0.055 * Float(pores.id & 0xff) / 255
    let isPore = pores.id & 0x700 == 0
    let pore = isPore ? (1 - Noise.step(size * 0.7, size, pores.near)) * Noise.visibility(of: 42 * size, footprint) : 0
    let tone = (1 + 0.085 * cloud + 0.035 * fine) * (1 - 0.45 * pore)
    return Grain(
      SIMD3(tone, tone * (1 - 0.006 * cloud), tone * (1 - 0.015 * cloud)),
      height: 0.12 * fine + 0.5 * cloud - 1.2 * pore)
  }

  /// Strokes of a trowel that overlap in all directions.
  static let plaster: Grain.Pattern = { place, footprint in
    let wander = SIMD2(Noise.smooth(place.x / 160, place.y / 160, 51), Noise.smooth(place.x / 160, place.y / 160, 52))
    let p = place + 22 * wander
    let strokes =
      Noise.fractal(SIMD2(p.x / 1.7, p.y), 95, octaves: 4, gain: 0.42, footprint, 53)
      + Noise.fractal(SIMD2(p.y / 1.5, p.x) + 300, 120, octaves: 4, gain: 0.42, footprint, 54)
    let fine = Noise.fractal(place, 4.5, octaves: 3, gain: 0.7, footprint, 55)
    let cloud = Noise.fractal(place, 420, octaves: 3, footprint, 56)
    return Grain(1 + 0.03 * cloud + 0.014 * strokes + 0.012 * fine, height: 0.55 * strokes + 0.06 * fine)
  }

  /// Grains of many colors, and ripples.
  static let sand: Grain.Pattern = { place, footprint in
    let bend = Noise.fractal(place, 220, octaves: 3, footprint, 61)
    let ripple = Noise.seen(SIMD2(place.x / 5 + 30 * bend, place.y + 30 * bend), 55, footprint, 62)
    let grain = Noise.fractal(place, 1.3, octaves: 2, gain: 0.8, footprint, 63)
    let dark = max(0, Noise.seen(place, 0.9, footprint, 64) - 0.45)
    let tone = 1 + 0.13 * grain - 0.5 * dark + 0.03 * bend
    return Grain(SIMD3(tone * (1 + 0.02 * grain), tone, tone * (1 - 0.04 * grain)), height: 3.2 * ripple + 0.22 * grain)
  }
}
