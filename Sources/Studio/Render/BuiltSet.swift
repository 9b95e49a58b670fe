import CStudioKernels
import Catalog

/// A scene in the kernels' form, with the memory that it points to.
///
/// A class because it owns that memory.
final class BuiltSet: @unchecked Sendable {
  // Safe to share: nothing changes after `init` but through `finish`, which no other thread's work overlaps.
  let pointer = UnsafeMutablePointer<KrafdStudioSet>.allocate(capacity: 1)

  /// The set as it is.
  private(set) var set: KrafdStudioSet {
    get { pointer.pointee }
    set { pointer.pointee = newValue }
  }

  /// What the pieces are made of, in their order.
  private(set) var materials: [Material] = []

  private var plate: Memory<Float>?
  private let cells: Memory<UInt32>?
  private let surface: Memory<KrafdStudioSurface>?

  /// - Parameter body: `nil` builds the empty set.
  init(_ scene: Scene, layout: Layout, body: ProductBody?, form: ProductForm?) {
    pointer.initialize(to: KrafdStudioSet())
    cells = body.map { Memory($0.cells, padding: 1) }
    surface = body.map { Memory($0.surface, padding: KrafdStudioSurface()) }
    let lies = form == .lying
    let stand = lies ? nil : scene.plinth
    set.eye = (Float(scene.camera.sideways), Float(layout.eyeHeight), Float(layout.eyeDistance))
    set.origin_x = Float(layout.originX)
    set.origin_y = Float(layout.originY)
    set.scale = Float(layout.scale)
    set.floor_y = lies ? -40 : Float(-(stand?.height ?? 0))
    buildRoom(scene.room, layout: layout, lies: lies)
    set.gloss = Float(scene.ground.reflection)
    set.gloss_alpha = Float(max(scene.ground.roughness * scene.ground.roughness, 0.002))
    set.bounces = 2
    set.reference = (1, 1, 1)
    light(scene, lies: lies)
    var pieces = stand.map { stand in body.map { stand.pieces(under: $0, floor: set.floor_y) } ?? [] } ?? []
    if !lies { pieces += scene.pieces.map { $0.solid(floor: set.floor_y) } }
    build(pieces, tint: scene.exposure.clipsToWhite ? SIMD3(1, 1, 1) : scene.tint)
    if let body { build(body) }
  }

  deinit { pointer.deallocate() }

  /// Puts the light of the empty set in place.
  func finish(plate nodes: Plate) {
    let memory = Memory(nodes.values, padding: 0)
    plate = memory
    set.plate = UnsafePointer(memory.start)
    set.plate_columns = Int32(nodes.columns)
    set.plate_rows = Int32(nodes.rows)
    set.plate_x = nodes.left
    set.plate_s = nodes.first
    set.nodes_a_unit = Plate.nodesAUnit
    set.rest = (nodes.rest.x, nodes.rest.y, nodes.rest.z)
    set.reference = (nodes.reference.x, nodes.reference.y, nodes.reference.z)
  }

  private func buildRoom(_ room: Scene.Room, layout: Layout, lies: Bool) {
    set.radius = lies || room.kind == .twoTone ? 0 : Float(min(room.bendRadius, room.wallDistance))
    set.wall_gap = set.radius > 0 ? 0 : 4 / Plate.nodesAUnit
    set.wall_z = lies ? 0 : Float(-room.wallDistance)
    if !lies, room.kind == .twoTone, let horizon = room.horizon {
      let y = layout.worldHeight(row: Double(layout.height) * (1 - horizon))
      let z = layout.depth(seenThrough: y, floor: Double(set.floor_y)) ?? -.infinity
      set.wall_z = Float(min(max(z, -9), -1.1))
    }
    // Walls must not blind the light: papers reflect at most nine tenths.
    set.floor_albedo = Self.albedo(room.floor)
    set.wall_albedo = Self.albedo(lies ? room.floor : room.wall)
  }

  private func light(_ scene: Scene, lies: Bool) {
    let white = colorOfKelvin(scene.whiteBalanceKelvin)
    let target = SIMD3<Double>(0, lies ? 0 : 0.35, 0)
    let boxes = scene.lights.map { Self.light($0, target: target, white: white, lies: lies) }
    withUnsafeMutableBytes(of: &pointer.pointee.lights) { raw in
      let slots = raw.bindMemory(to: KrafdStudioLight.self)
      for (slot, box) in zip(slots.indices, boxes) { slots[slot] = box }
    }
    set.light_count = Int32(min(scene.lights.count, Int(KRAFD_STUDIO_MAX_LIGHTS)))
    let high = Float(scene.ambient * 1.15)
    let low = Float(scene.ambient * 0.9)
    set.sky_high = (high, high, high)
    set.sky_low = (low, low, low)
    set.rest = set.sky_low
  }

  /// Takes the product out of the set; pieces stay.
  func removeBody() { set.body.cells = nil }

  /// The lamp of that number, as it stands around the product.
  func lamp(_ number: Int) -> KrafdStudioLight {
    withUnsafeBytes(of: &pointer.pointee.lights) { $0.bindMemory(to: KrafdStudioLight.self)[number] }
  }

  private static func light(
    _ box: Scene.SoftBox, target: SIMD3<Double>, white: SIMD3<Double>, lies: Bool
  ) -> KrafdStudioLight {
    var toward = SIMD3(
      sine(box.azimuth) * cosine(box.elevation), sine(box.elevation), cosine(box.azimuth) * cosine(box.elevation))
    // Seen from above, the lamps stand around the picture: up is to the camera, and the camera's side is the lower edge.
    if lies { toward = SIMD3(toward.x, -toward.z, toward.y) }
    let place = target + toward * box.distance
    let flat = SIMD3(toward.z, 0, -toward.x)
    let length = (flat * flat).sum().squareRoot()
    let across = length > 1e-6 ? flat / length : SIMD3(1, 0, 0)
    let up = SIMD3(
      toward.y * across.z - toward.z * across.y, toward.z * across.x - toward.x * across.z,
      toward.x * across.y - toward.y * across.x)
    let area = box.width * box.height
    let radiance = colorOfKelvin(box.kelvin) / white * (box.power * box.distance * box.distance / area)
    return KrafdStudioLight(
      center: tuple(place), u: tuple(across * (box.width / 2)), v: tuple(up * (box.height / 2)), normal: tuple(-toward),
      radiance: tuple(radiance), area: Float(area))
  }

  private func build(_ pieces: [SetPiece], tint: SIMD3<Float>) {
    materials = pieces.map(\.material)
    withUnsafeMutableBytes(of: &pointer.pointee.pieces) { raw in
      let slots = raw.bindMemory(to: KrafdStudioPiece.self)
      for (slot, piece) in zip(slots.indices, pieces) { slots[slot] = piece.kernelForm(tint: tint) }
    }
    set.piece_count = Int32(min(pieces.count, Int(KRAFD_STUDIO_MAX_PIECES)))
  }

  /// How the pieces are painted in reference light.
  var pieceColors: [SIMD3<Float>] {
    withUnsafeBytes(of: &pointer.pointee.pieces) { raw in
      raw.bindMemory(to: KrafdStudioPiece.self).prefix(materials.count).map {
        SIMD3($0.color.0, $0.color.1, $0.color.2)
      }
    }
  }

  private func build(_ body: ProductBody) {
    set.body = KrafdStudioBody(
      cells: cells.map { UnsafePointer($0.start) }, surface: surface.map { UnsafePointer($0.start) },
      columns: Int32(body.columns), rows: Int32(body.rows), cells_a_unit: body.cellsAUnit, left: body.left,
      top: body.top, back: body.back, depth: body.depth)
  }

  /// The albedo of a paper that looks like `color` in neutral light; the whitest real paper has 0.88.
  static func albedo(_ color: HexColor) -> (Float, Float, Float) {
    let linear = linear(color) * 0.88
    return (linear.x, linear.y, linear.z)
  }

  /// A color in linear light, 0 to 1.
  static func linear(_ color: HexColor) -> SIMD3<Float> {
    SIMD3(Tone.linear(color.red), Tone.linear(color.green), Tone.linear(color.blue))
  }

  private static func tuple(_ a: SIMD3<Double>) -> (Float, Float, Float) { (Float(a.x), Float(a.y), Float(a.z)) }
}
