import CStudioKernels

/// Blurs the empty set where the lens would: the product's plane is sharp, what lies behind or before it less and less.
///
/// Only the set's own color and detail are blurred, which know nothing of the product, so nothing bleeds around its edge.
struct DepthBlur {
  private let canvas: Canvas
  private let workers: Workers
  /// The blur's standard deviation in px for things that are endlessly far away.
  private let farthest: Float
  private let distance: Float

  /// The widest blur's deviation, as a share of the picture's longer side.
  private static let most = 0.025

  /// What is nearer than this share of a px's depth stands before it, sharp, and does not bleed into it.
  private static let step: Float = 0.6

  /// `nil` when no px of the picture would differ: a plain sheet has nothing that is sharp.
  init?(_ scene: Scene, layout: Layout, canvas: Canvas, workers: Workers) {
    guard canvas.detail != nil || scene.room.kind == .twoTone, !scene.exposure.clipsToWhite,
      let aperture = scene.camera.fNumber
    else { return nil }
    self.canvas = canvas
    self.workers = workers
    let lens = scene.camera.lensMillimetres
    let away = layout.eyeDistance * layout.millimetresAUnit
    let longer = Double(max(layout.width, layout.height))
    // The circle of confusion, as a share of 36 mm of film; half its radius is a like blur's deviation. Tiny things before
    // a wide aperture would blur without end, so there is one.
    farthest = Float(min(lens / aperture / 36 * lens / max(away - lens, lens) / 4, Self.most) * longer)
    distance = Float(layout.eyeDistance)
    guard farthest > 0.4 else { return nil }
  }

  /// Blurs the canvas in place; `depths` tells how far what each px meets lies from the eye.
  func apply(depths: Memory<Float>) throws(StudioError) {
    let (width, height) = (canvas.width, canvas.height)
    // Nothing is traced yet, so the sums' memory is free.
    let copy = canvas.sums
    defer { copy.start.update(repeating: 0, count: copy.count) }
    let detail = canvas.detail.map { _ in Memory<SIMD4<Float>>(width * height, .zero) }
    try workers.run(height) { y in
      for x in 0..<width {
        let at = y * width + x
        let reach = reach(depths.start[at])
        let row = y * width
        let (color, look) = sum(reach, max(x - reach.steps, 0)...min(x + reach.steps, width - 1), around: x, row: row)
        copy.write(color, at: at)
        detail?.start[at] = look
      }
    }
    try workers.run(width) { x in
      for y in 0..<height {
        let at = y * width + x
        let reach = reach(depths.start[at])
        guard reach.steps > 0 else { continue }
        var (color, look) = (SIMD4<Float>.zero, SIMD4<Float>.zero)
        let nearest = depths.start[at] * Self.step
        for row in max(y - reach.steps, 0)...min(y + reach.steps, height - 1)
        where depths.start[row * width + x] >= nearest {
          let weight = reach.weight(row - y)
          color += weight * copy.four(at: row * width + x)
          if let detail { look += weight * detail.start[row * width + x] }
        }
        if color.w > 1e-3 { store(at, color / color.w, look / color.w) }
      }
    }
  }

  /// - Parameter look: color times tone, and the key's light; apart, their means would not be the picture's.
  private func store(_ at: Int, _ color: SIMD4<Float>, _ look: SIMD4<Float>) {
    let base = canvas.base.start + at * 4
    guard base[3] == 0 else { return }
    (base[0], base[1], base[2]) = (color.x, color.y, color.z)
    guard canvas.detail != nil else { return }
    let tone = SIMD3(look.x, look.y, look.z) / SIMD3(max(color.x, 1e-4), max(color.y, 1e-4), max(color.z, 1e-4))
    canvas.setDetail(at, tone, key: look.w)
  }

  /// Sums over a part of a row: color with the weight behind it, and detail. A piece's px have no color here.
  private func sum(
    _ reach: Reach, _ columns: ClosedRange<Int>, around center: Int, row: Int
  ) -> (SIMD4<Float>, SIMD4<Float>) {
    var (color, look) = (SIMD4<Float>.zero, SIMD4<Float>.zero)
    for column in columns {
      let base = canvas.base.start + (row + column) * 4
      let weight = reach.weight(column - center) * (1 - base[3])
      color += weight * SIMD4(base[0], base[1], base[2], 1)
      guard canvas.detail != nil else { continue }
      let detail = canvas.detail(row + column)
      look += weight * SIMD4(detail.tone * SIMD3(base[0], base[1], base[2]), detail.key)
    }
    return (color, look)
  }

  private func reach(_ depth: Float) -> Reach {
    Reach(deviation: farthest * min(abs(depth - distance) / max(depth, 1e-3), 1))
  }

  /// A bell of weights.
  private struct Reach {
    let steps: Int
    private let fall: Float

    init(deviation: Float) {
      steps = deviation < 0.35 ? 0 : Int((2.4 * deviation).rounded(.up))
      fall = 1 / max(2 * deviation * deviation, 1e-6)
    }

    /// A rational bell: cheap, and the same everywhere.
    func weight(_ offset: Int) -> Float {
      let t = Float(offset * offset) * fall
      let base = 1 / (1 + t * (0.25 + 0.125 * t))
      return base * base * base * base
    }
  }
}

extension Memory<Float> {
  /// Puts the `place`th four floats.
  fileprivate func write(_ value: SIMD4<Float>, at place: Int) {
    UnsafeMutableRawPointer(start + place * 4).storeBytes(of: value, as: SIMD4<Float>.self)
  }

  /// The `place`th four floats.
  fileprivate func four(at place: Int) -> SIMD4<Float> {
    UnsafeRawPointer(start + place * 4).loadUnaligned(as: SIMD4<Float>.self)
  }
}
