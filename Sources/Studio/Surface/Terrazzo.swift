/// Chips of stone in a light binder, ground flat.
enum Terrazzo {
  static let chips: Grain.Pattern = { place, footprint in
    let speckle = Noise.fractal(place, 2, octaves: 2, footprint, 101)
    var tone = SIMD3<Float>(repeating: 1.05 + 0.02 * speckle)
    for (size, density, seed) in [(Float(24), UInt32(110), UInt32(102)), (11, 140, 103), (5, 120, 104)] {
      let seen = Noise.visibility(of: size * 0.6, footprint)
      guard seen > 0 else { continue }
      let bend = SIMD2(
        Noise.seen(place, size * 0.5, footprint, seed), Noise.seen(place + 77, size * 0.5, footprint, seed))
      let p = (place + size * 0.14 * bend) / size
      let cell = Noise.cells(p.x, p.y, seed)
      guard cell.id & 0xff < density else { continue }
      // Inside, away from the border to the next cell, lies the chip.
      let inset = 0.10 + 0.22 * Float(cell.id >> 8 & 0xff) / 255
      let soft = max(0.03, footprint / size)
      let inside = Noise.step(inset, inset + soft, cell.second - cell.near) * seen
      tone = mix(tone, colors[Int(cell.id >> 16) % colors.count] * (1 + 0.05 * speckle), inside)
    }
    return Grain(tone * usual)
  }

  /// Makes up for the chips' darker tones.
  private static let usual = SIMD3<Float>(1.1, 1.18, 1.22)

  /// As shares of the binder's own color.
  private static let colors: [SIMD3<Float>] = [
    SIMD3(0.40, 0.36, 0.34), SIMD3(0.72, 0.50, 0.40), SIMD3(1.2, 1.2, 1.2), SIMD3(0.62, 0.64, 0.62),
    SIMD3(0.88, 0.74, 0.58), SIMD3(0.22, 0.23, 0.25), SIMD3(1.1, 1.05, 0.98), SIMD3(0.50, 0.56, 0.52),
  ]
}
