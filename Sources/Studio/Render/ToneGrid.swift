import CStudioKernels

/// The picture's color of the empty set, and one over its light, on a fine grid over floor and wall.
///
/// Fine enough for bilinear reading: smoothed between the plate's nodes by cubic B-splines.
struct ToneGrid {
  private static let fineness = 4

  let columns: Int
  let rows: Int
  let left: Float
  let first: Float

  /// For each node eight floats: linear red, green, blue; unused; one over the light in red, green, blue; unused.
  let nodes: Memory<Float>

  init(_ plate: Plate, scene: Scene, built: BuiltSet, layout: Layout) {
    left = plate.left
    first = plate.first
    let (wide, high) = (plate.columns, plate.rows)
    columns = (wide - 1) * Self.fineness + 1
    rows = (high - 1) * Self.fineness + 1
    nodes = Memory(columns * rows * 8, 0)
    let paint = Paint(plate, scene: scene, built: built, layout: layout)
    var lines = [SIMD3<Float>](repeating: .zero, count: wide * rows)
    for row in 0..<rows {
      for column in 0..<wide {
        lines[row * wide + column] = Self.spline(row) { node in
          let at = (min(max(node, 0), high - 1) * wide + column) * 4
          return SIMD3(plate.values[at], plate.values[at + 1], plate.values[at + 2])
        }
      }
    }
    for row in 0..<rows {
      let s = first + Float(row) / (Plate.nodesAUnit * Float(Self.fineness))
      for column in 0..<columns {
        let light = Self.spline(column) { lines[row * wide + min(max($0, 0), wide - 1)] }
        let color = paint.color(light: light, s: s)
        let inverse = SIMD3<Float>(1, 1, 1) / SIMD3(max(light.x, 1e-4), max(light.y, 1e-4), max(light.z, 1e-4))
        let node = nodes.start + (row * columns + column) * 8
        (node[0], node[1], node[2]) = (color.x, color.y, color.z)
        (node[4], node[5], node[6]) = (inverse.x, inverse.y, inverse.z)
      }
    }
  }

  /// Color and inverse light at a place of the set.
  func read(x: Float, s: Float) -> (color: SIMD4<Float>, inverse: SIMD4<Float>) {
    let scale = Plate.nodesAUnit * Float(Self.fineness)
    let c = min(max((x - left) * scale, 0), Float(columns) - 1.001)
    let r = min(max((s - first) * scale, 0), Float(rows) - 1.001)
    let (ci, ri) = (Int(c), Int(r))
    let (u, v) = (c - Float(ci), r - Float(ri))
    let above = UnsafeRawPointer(nodes.start + (ri * columns + ci) * 8)
    let below = above + columns * 32
    func mix(_ offset: Int) -> SIMD4<Float> {
      let a = above.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      let b = above.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Float>.self)
      let c = below.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      let d = below.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Float>.self)
      let top = a + (b - a) * u
      return top + (c + (d - c) * u - top) * v
    }
    return (mix(0), mix(16))
  }

  /// A cubic B-spline at a fine place from coarse values.
  private static func spline(_ place: Int, _ value: (Int) -> SIMD3<Float>) -> SIMD3<Float> {
    let node = place / fineness
    let t = Float(place % fineness) / Float(fineness)
    let (t2, t3) = (t * t, t * t * t)
    let w0 = (1 - 3 * t + 3 * t2 - t3) / 6
    let w1 = (4 - 6 * t2 + 3 * t3) / 6
    let w2 = (1 + 3 * t + 3 * t2 - 3 * t3) / 6
    return value(node - 1) * w0 + value(node) * w1 + value(node + 1) * w2 + value(node + 2) * (t3 / 6)
  }
}

/// The rule from light to paper color: at the reference card the paper has its own color, and darker light goes the way of
/// the scene's fall-off.
struct Paint {
  private let scene: Scene
  private let corner: Float?
  private let reference: Float
  private let wallReference: Float
  private let darkest: Float
  private let tint: SIMD3<Float>

  init(_ plate: Plate, scene: Scene, built: BuiltSet, layout: Layout) {
    self.scene = scene
    tint = scene.tint
    let set = built.set
    corner = set.radius > 0 ? nil : set.floor_y - set.wall_z + set.wall_gap / 2
    reference = luminance(plate.reference)
    wallReference = luminance(plate.wallReference)
    let steps = 9
    let columns = (0..<steps * steps).map { Float(layout.width) * (Float($0 % steps) + 0.5) / Float(steps) }
    let rows = (0..<steps * steps).map { Float(layout.height) * (Float($0 / steps) + 0.5) / Float(steps) }
    var guides = [KrafdStudioGuide](repeating: KrafdStudioGuide(), count: steps * steps)
    krafd_studio_guide(built.pointer, columns, rows, steps * steps, &guides)
    let seen = guides.filter { $0.thing == 1 }.map { luminance(plate.light(x: $0.x, s: $0.s)) }
    darkest = (seen.min() ?? reference) / max(reference, 1e-6)
  }

  func color(light: SIMD3<Float>, s: Float) -> SIMD3<Float> {
    let isWall = corner.map { s > $0 } ?? false
    let pure = BuiltSet.linear(isWall ? scene.room.wall : scene.room.floor)
    if scene.exposure.clipsToWhite { return pure }
    let paper = pure * tint
    let level = max(luminance(light) / max(isWall ? wallReference : reference, 1e-6), 1e-3)
    if let falloff = scene.exposure.falloff {
      let tone = power(level, Float(falloff))
      // Brighter than the card, the paper gains less and less.
      return paper * (tone > 1 ? 1 + (tone - 1) / (1 + 4 * (tone - 1)) : tone)
    }
    guard corner == nil, darkest < 0.98 else { return paper }
    let far = BuiltSet.linear(scene.room.wall) * tint
    let share = min(max(logarithm(level) / logarithm(darkest), -0.15), 1.1)
    return SIMD3(
      mixed(paper.x, far.x, share), mixed(paper.y, far.y, share), mixed(paper.z, far.z, share))
  }

  private func mixed(_ near: Float, _ far: Float, _ share: Float) -> Float {
    max(near, 1e-4) * power(max(far, 1e-4) / max(near, 1e-4), share)
  }
}

/// Of linear Rec. 709.
func luminance(_ color: SIMD3<Float>) -> Float { 0.2126 * color.x + 0.7152 * color.y + 0.0722 * color.z }

extension Scene {
  /// What warm or cool lamps do to paper: a part of their color, as an eye that has half got used to it sees it.
  var tint: SIMD3<Float> {
    let white = colorOfKelvin(whiteBalanceKelvin)
    let lamps = lights.map { colorOfKelvin($0.kelvin) / white * $0.power }.reduce(.zero, +)
    let light = SIMD3<Float>(lamps + SIMD3(repeating: max(ambient, 1e-6)))
    let color = light / luminance(light)
    let seen = SIMD3(power(color.x, 0.4), power(color.y, 0.4), power(color.z, 0.4))
    return seen / luminance(seen)
  }
}
