/// Fibers, woven and standing.
enum Cloth {
  /// Threads over and under, of uneven thickness.
  static let linen: Grain.Pattern = { place, footprint in
    let pitch: Float = 0.95
    let p =
      place + 1.5 * SIMD2(Noise.smooth(place.x / 60, place.y / 60, 121), Noise.smooth(place.x / 60, place.y / 60, 122))
    let (u, v) = (p.x / pitch, p.y / pitch)
    let (i, j) = (u.rounded(.down), v.rounded(.down))
    let isOver = (Noise.place(i) ^ Noise.place(j)) & 1 == 0
    let threadSeen = Noise.visibility(of: pitch * 1.3, footprint)
    // Each thread has its own tone and swells along its way.
    let warp = thread(Noise.place(i), p.y, footprint, 123)
    let weft = thread(Noise.place(j), p.x, footprint, 124)
    let (a, b) = (u - i - 0.5, v - j - 0.5)
    let round = isOver ? 1 - 4 * a * a * 0.8 - 0.6 * b * b : 1 - 4 * b * b * 0.8 - 0.6 * a * a
    let own = isOver ? warp : weft
    let streak = 0.055 * warp + 0.055 * weft
    let cloud = Noise.fractal(place, 120, octaves: 3, footprint, 125)
    let tone = 1 + streak + 0.02 * cloud + threadSeen * (0.14 * (round - 0.55) + 0.07 * own)
    return Grain(SIMD3(tone, tone * (1 - 0.008 * own), tone * (1 - 0.02 * own)), height: threadSeen * 0.16 * round)
  }

  /// Linen in deep upright folds that widen and narrow on their way down.
  static let drape: Grain.Pattern = { place, footprint in
    let sway =
      60 * Noise.smooth(place.x / 170, place.y / 2_400, 141) + 14 * Noise.smooth(place.x / 90, place.y / 900, 142)
    let u = (place.x + sway) / 92
    let i = u.rounded(.down)
    let t = u - i
    // A round fold beside a narrow valley; folds differ in height, and lean to one side.
    let tall = 0.35 + 0.9 * Noise.unit(Noise.place(i), 3, 143)
    let lean = 0.35 + 0.3 * Noise.unit(Noise.place(i), 4, 144)
    let side = t < lean ? t / lean : (1 - t) / (1 - lean)
    let fold = side * side * (3 - 2 * side)
    let seen = Noise.visibility(of: 92, footprint)
    let valley = 1 - 0.3 * seen * tall * power(1 - fold, 2)
    let weave = linen(place, footprint)
    return Grain(weave.tone * valley * 1.04, height: weave.height + 11 * seen * tall * fold)
  }

  /// Pile that was stroked this way and that.
  static let velvet: Grain.Pattern = { place, footprint in
    let p = Noise.turned(place, 24)
    let nap = Noise.fractal(SIMD2(p.x / 2.2, p.y), 90, octaves: 4, gain: 0.5, footprint, 131)
    let pile = Noise.fractal(place, 0.9, octaves: 2, gain: 0.8, footprint, 132)
    return Grain(1 + 0.16 * nap + 0.05 * pile, height: 0.9 * nap)
  }

  /// How a thread differs from the others at a place along it, about -1 to 1.
  private static func thread(_ number: Int32, _ along: Float, _ footprint: Float, _ seed: UInt32) -> Float {
    let seen = Noise.visibility(of: 2.4, footprint)
    let tone = (Noise.unit(number, 1, seed) - 0.5) * seen
    let slub = Noise.smooth(along / 38, Float(number) * 3.7, seed)
    return tone + 0.7 * max(0, slub - 0.2) * Noise.visibility(of: 2, footprint)
  }
}
