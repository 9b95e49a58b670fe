/// Boards cut along the trunk: year rings that the saw meets at a shallow angle, fibers, pores, and a tone for each board.
enum Wood {
  static let oak: Grain.Pattern = { boards($0, $1, Kind(width: 145, rings: 7, contrast: 0.3, pores: 0.3, warmth: 0.5)) }

  static let walnut: Grain.Pattern = {
    boards($0, $1, Kind(width: 120, rings: 9, contrast: 0.46, pores: 0.3, warmth: 0.4))
  }

  private struct Kind {
    /// A board's width in mm.
    let width: Float
    /// The distance of year rings in mm.
    let rings: Float
    let contrast: Float
    let pores: Float
    let warmth: Float
  }

  private static func boards(_ place: SIMD2<Float>, _ footprint: Float, _ kind: Kind) -> Grain {
    let row = (place.y / kind.width).rounded(.down)
    let board = Noise.hash(Noise.place(row), 1, 32)
    func random(_ at: Int32) -> Float { Noise.unit(at, 3, board) }
    let across = place.y - (row + 0.5) * kind.width
    let along = place.x + 5_000 * random(0)
    // The trunk's axis runs a little askew and wanders; the saw's plane lies `depth` above it.
    let heart = (random(1) - 0.5) * 1.1 * kind.width + 22 * Noise.smooth(along / 330, random(2) * 50, board)
    let depth = 6 + 30 * random(3) + 34 * abs(Noise.smooth(along / 420, 9, board &+ 1))
    let distance =
      ((across - heart) * (across - heart) + depth * depth).squareRoot()
      + 3.2 * Noise.fractal(SIMD2(along / 9, across), 34, octaves: 3, footprint / 3, board &+ 2)
    let ring = distance / kind.rings
    let phase = ring - ring.rounded(.down)
    // Late wood darkens slowly and ends at once.
    let late = phase * phase * Noise.step(1, 0.9, phase)
    let ringSeen = Noise.visibility(of: kind.rings * 1.4, footprint)
    let fiber = Noise.seen(SIMD2(along / 26, across), 1.1, footprint, board &+ 3)
    let broad = Noise.fractal(SIMD2(along / 7, across), 22, octaves: 3, footprint, board &+ 4)
    let pore = max(0, Noise.seen(SIMD2(along / 15, across), 0.75, footprint, board &+ 5) - 0.25)
    var tone = 1 + 0.14 * (random(4) - 0.5) * 2 * 0.8 + 0.075 * broad + 0.05 * fiber
    tone -= kind.contrast * (late - 0.33) * ringSeen + kind.pores * pore * (0.4 + late)
    let edge = min(across + kind.width / 2, kind.width / 2 - across)
    let gap = 1 - Noise.step(0.25, max(0.9, 0.9 * footprint), edge)
    tone *= 1 - 0.6 * gap * min(1, 1.2 / max(footprint, 0.3))
    let warm = kind.warmth * (1 - tone)
    return Grain(
      SIMD3(tone * (1 + 0.3 * warm), tone * (1 - 0.1 * warm), tone * (1 - 0.8 * warm)),
      height: 0.05 * fiber - 0.35 * gap)
  }
}
