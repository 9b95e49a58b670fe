import CStudioKernels
import Catalog

/// What the empty set shows beyond colored paper in even light: materials, their relief under the key lamp, light behind the
/// product, and shadows of what stands before the lamp.
struct SetDetail: Sendable {
  private let room: Scene.Room
  private let floor: Grain.Pattern?
  private let wall: Grain.Pattern?
  private let pieces: [Grain.Pattern?]
  private let backdrop: BackdropLight?
  private let shade: GoboShade?
  private let millimetres: Float
  /// From the set to the key lamp.
  private let toward: SIMD3<Float>
  /// How much of the light on the floor the key lamp gives.
  let keyShare: Float
  /// Where the wall is counted from along s, so that walls and floors never show the same piece.
  private static let wallShift = SIMD2<Float>(700, 4_300)

  /// `nil` when the set is plain paper.
  init?(_ scene: Scene, layout: Layout, built: BuiltSet) {
    room = scene.room
    let isSheet = scene.room.kind == .sweep
    floor = scene.room.floorMaterial.pattern
    wall = isSheet ? nil : scene.room.wallMaterial.pattern
    backdrop = BackdropLight(scene, layout: layout, set: built.set)
    let key = scene.keyNumber.map(built.lamp)
    shade = key.flatMap { key in scene.gobo.map { GoboShade($0, shift: scene.goboShift, key: key, set: built.set) } }
    pieces = built.materials.map(\.pattern)
    guard floor != nil || wall != nil || pieces.contains(where: { $0 != nil }) || backdrop != nil || shade != nil else {
      return nil
    }
    millimetres = Float(layout.millimetresAUnit)
    toward = key.map { -SIMD3($0.normal.0, $0.normal.1, $0.normal.2) } ?? SIMD3(0, 1, 0)
    let lamps = scene.lights.map { max(0, $0.power * sine($0.elevation)) }
    keyShare = scene.keyNumber.map { Float(lamps[$0] / max(lamps.reduce(scene.ambient, +), 1e-6)) } ?? 0
  }

  /// A px of the set: its place, and how far the places of neighboring px lie apart.
  struct Spot {
    var x: Float
    var s: Float
    var across: Float
    var along: Float
    var normal: SIMD3<Float>
    /// Above the product's ground.
    var height: Float
    /// As in `KrafdStudioGuide`.
    var thing: Int

    var isWall: Bool { thing == 2 }
    var isPiece: Bool { thing >= 3 }
    /// In front of the product's plane; not for walls.
    var depth: Float { height - s }
  }

  /// What a px reflects as a share of the set's own color, and how much of the key's light reaches it.
  func look(at spot: Spot) -> (tone: SIMD3<Float>, key: Float) {
    var tone = material(spot)
    if let backdrop, spot.isWall || room.kind == .sweep, !spot.isPiece { tone *= backdrop.tone(x: spot.x, s: spot.s) }
    let isSky = spot.isWall && room.light == .sky
    return (tone, isSky ? 1 : shade?.transmission(spot) ?? 1)
  }

  /// What a mirror image of the wall shows there.
  func mirrored(x: Float, s: Float) -> SIMD3<Float> { backdrop?.tone(x: x, s: s) ?? SIMD3(1, 1, 1) }

  private func material(_ spot: Spot) -> SIMD3<Float> {
    let pattern = spot.isPiece ? pieces[spot.thing - 3] : spot.isWall ? wall : floor
    guard let pattern else { return SIMD3(1, 1, 1) }
    if spot.isPiece { return grain(of: pattern, spot) }
    let across = max(spot.across * millimetres, 1e-4)
    let along = max(spot.along * millimetres, 1e-4)
    // A floor that is seen flatly is read at several places of a px, one behind the other.
    let reads = min(max(Int((along / across).rounded()), 1), 5)
    let footprint = max(across, along / Float(reads))
    let shift = spot.isWall ? Self.wallShift : .zero
    let slant = SIMD2(toward.x, spot.normal.z * toward.y - spot.normal.y * toward.z)
    let steep = max((slant * slant).sum().squareRoot(), 1e-4)
    let facing = max((toward * spot.normal).sum(), 0.15)
    let step = max(0.35, 0.6 * footprint)
    var sum = SIMD3<Float>.zero
    for read in 0..<reads {
      let back = (Float(read) + 0.5) / Float(reads) - 0.5
      let place = SIMD2(spot.x, spot.s + back * spot.along) * millimetres + shift
      let here = pattern(place, footprint)
      let next = pattern(place + slant / steep * step, footprint)
      let rise = (next.height - here.height) / step * steep / facing
      sum += here.tone * (1 + keyShare * min(max(-rise, -0.6), 0.6))
    }
    return sum / Float(reads)
  }

  /// A solid piece of a material: its pattern on the three planes, each as far as the surface faces it.
  private func grain(of pattern: Grain.Pattern, _ spot: Spot) -> SIMD3<Float> {
    let footprint = max(max(spot.across, spot.along) * millimetres, 1e-4)
    let place = SIMD3(spot.x, spot.height, spot.depth) * millimetres
    let square = spot.normal * spot.normal
    let weights = square * square / max((square * square).sum(), 1e-6)
    var tone = SIMD3<Float>.zero
    if weights.x > 0.01 { tone += weights.x * pattern(SIMD2(place.z, place.y) + Self.wallShift, footprint).tone }
    if weights.y > 0.01 { tone += weights.y * pattern(SIMD2(place.x, -place.z), footprint).tone }
    if weights.z > 0.01 { tone += weights.z * pattern(SIMD2(place.x, place.y) + Self.wallShift, footprint).tone }
    return tone / max(weights.sum(), 1e-6)
  }
}
