/// Stones that were laid down in layers.
enum Stone {
  /// Cut along its layers: clouds with darker rims, and open pits in flocks.
  static let travertine: Grain.Pattern = { place, footprint in
    let flow = SIMD2(
      Noise.fractal(place, 170, octaves: 3, footprint, 71), Noise.fractal(place, 170, octaves: 3, footprint, 76))
    let p = place + 55 * flow
    let cloud = Noise.fractal(SIMD2(p.x / 1.7, p.y), 95, octaves: 5, gain: 0.58, footprint, 72)
    // The rims of the clouds, where water left more behind.
    let rim = max(0, 1 - 7 * abs(cloud - 0.12)) * Noise.step(-0.2, 0.5, Noise.smooth(p.x / 210, p.y / 150, 77))
    let pitField = Noise.fractal(SIMD2(place.x / 1.6, place.y), 7, octaves: 3, gain: 0.6, footprint, 73)
    let zone = Noise.step(0.05, 0.6, Noise.smooth(p.x / 90, p.y / 42, 74))
    let pit = Noise.step(0.55, 0.75, pitField) * zone
    let fine = Noise.seen(place, 1.6, footprint, 75)
    let tone = (1.02 + 0.09 * cloud - 0.1 * rim + 0.02 * fine) * (1 - 0.3 * pit)
    return Grain(
      SIMD3(
        tone, tone * (1 + 0.02 * cloud - 0.025 * rim - 0.03 * pit), tone * (1 + 0.06 * cloud - 0.07 * rim - 0.08 * pit)),
      height: -1.4 * pit + 0.05 * fine)
  }

  static let sandstone: Grain.Pattern = { place, footprint in
    let drift = Noise.fractal(place, 260, octaves: 3, footprint, 81)
    let layer = Noise.fractal(SIMD2(place.x / 4, place.y + 60 * drift), 70, octaves: 4, gain: 0.55, footprint, 82)
    let grain = Noise.fractal(place, 2.2, octaves: 3, gain: 0.8, footprint, 83)
    let tone = 1 + 0.05 * layer + 0.11 * grain + 0.05 * drift
    return Grain(SIMD3(tone, tone * (1 + 0.02 * layer), tone * (1 + 0.05 * layer)), height: 0.07 * grain + 0.1 * layer)
  }

  /// Split along its layers: steps with ragged edges.
  static let slate: Grain.Pattern = { place, footprint in
    let p = Noise.turned(place, 12)
    let cloud = Noise.fractal(p, 190, octaves: 4, footprint, 91)
    let ledge = Noise.fractal(SIMD2(p.x / 1.8, p.y), 110, octaves: 5, gain: 0.5, footprint, 92)
    let steps = (ledge * 4).rounded(.down) / 4 + 0.25 * Noise.step(0.75, 1, ledge * 4 - (ledge * 4).rounded(.down))
    let fine = Noise.fractal(SIMD2(p.x / 2, p.y), 4, octaves: 3, gain: 0.6, footprint, 93)
    let tone = 1 + 0.2 * cloud + 0.14 * fine + 0.16 * steps
    return Grain(SIMD3(tone * (1 + 0.03 * cloud), tone, tone * (1 - 0.03 * cloud)), height: 2.2 * steps + 0.3 * fine)
  }
}
