import CStudioKernels
import Catalog

/// The shadow of a gobo: where the key lamp's light passes it on its way to a place of the set.
struct GoboShade: Sendable {
  private let mask: GoboMask
  private let toward: SIMD3<Float>
  private let across: SIMD3<Float>
  private let up: SIMD3<Float>
  private let floorY: Float
  private let wallZ: Float
  private let wallGap: Float
  private let radius: Float
  /// How far the shadow's edge is spread out, in product lengths.
  private let blur: Float

  init?(_ gobo: Gobo, scene: Scene, set: KrafdStudioSet) {
    guard let key = scene.lights.first(where: { $0.name == "key" }) ?? scene.lights.first else { return nil }
    mask = GoboMask(gobo)
    toward = Self.direction(of: scene)
    let flat = SIMD3(toward.z, 0, -toward.x)
    let length = max((flat * flat).sum().squareRoot(), 1e-5)
    across = flat / length
    up = SIMD3(
      toward.y * across.z - toward.z * across.y, toward.z * across.x - toward.x * across.z,
      toward.x * across.y - toward.y * across.x)
    (floorY, wallZ, wallGap, radius) = (set.floor_y, set.wall_z, set.wall_gap, set.radius)
    blur = Float(max(key.width, key.height) / key.distance) * 0.9
  }

  /// From the set to the key lamp.
  static func direction(of scene: Scene) -> SIMD3<Float> {
    guard let key = scene.lights.first(where: { $0.name == "key" }) ?? scene.lights.first else { return SIMD3(0, 1, 0) }
    return SIMD3(
      Float(sine(key.azimuth) * cosine(key.elevation)), Float(sine(key.elevation)),
      Float(cosine(key.azimuth) * cosine(key.elevation)))
  }

  /// How much of the key's light arrives, 0...1.
  func transmission(x: Float, s: Float, isWall: Bool) -> Float {
    let place: SIMD3<Float>
    if isWall {
      place = SIMD3(x, s - wallGap + wallZ, wallZ)
    } else if radius > 0, s > floorY - wallZ {
      place = SIMD3(x, s + wallZ, wallZ)
    } else {
      place = SIMD3(x, floorY, floorY - s)
    }
    // Seen from the lamp, around a place between the product and the wall.
    let middle = place - SIMD3(0, 0.45, max(wallZ, -4) / 2)
    return mask.light(SIMD2((middle * across).sum(), (middle * up).sum()), blur: max(blur, 0.004))
  }
}
