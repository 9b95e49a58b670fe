import CStudioKernels
import Catalog

/// The shadow of a gobo: where the key lamp's light passes it on its way to a place of the set.
struct GoboShade: Sendable {
  private let mask: GoboMask
  private let shift: SIMD2<Float>
  private let across: SIMD3<Float>
  private let up: SIMD3<Float>
  private let floorY: Float
  private let wallZ: Float
  private let wallGap: Float
  private let radius: Float
  /// How far the shadow's edge is spread out, in product lengths.
  private let blur: Float

  init(_ gobo: Gobo, shift: Double, key: KrafdStudioLight, set: KrafdStudioSet) {
    self.shift = SIMD2(Float(shift), 0)
    mask = GoboMask(gobo)
    let sides = [SIMD3(key.u.0, key.u.1, key.u.2), SIMD3(key.v.0, key.v.1, key.v.2)]
    let halves = sides.map { ($0 * $0).sum().squareRoot() }
    (across, up) = (sides[0] / halves[0], sides[1] / halves[1])
    (floorY, wallZ, wallGap, radius) = (set.floor_y, set.wall_z, set.wall_gap, set.radius)
    let place = SIMD3(key.center.0, key.center.1, key.center.2)
    blur = 1.8 * max(halves[0], halves[1]) / (place * place).sum().squareRoot()
  }

  /// How much of the key's light arrives, 0...1.
  func transmission(_ spot: SetDetail.Spot) -> Float {
    let place: SIMD3<Float>
    if spot.isPiece {
      place = SIMD3(spot.x, spot.height, spot.depth)
    } else if spot.isWall {
      place = SIMD3(spot.x, spot.s - wallGap + wallZ, wallZ)
    } else if radius > 0, spot.s > floorY - wallZ {
      place = SIMD3(spot.x, spot.s + wallZ, wallZ)
    } else {
      place = SIMD3(spot.x, floorY, floorY - spot.s)
    }
    // Seen from the lamp, around a place between the product and the wall.
    let middle = place - SIMD3(0, 0.45, max(wallZ, -4) / 2)
    return mask.light(SIMD2((middle * across).sum(), (middle * up).sum()) - shift, blur: max(blur, 0.004))
  }
}
