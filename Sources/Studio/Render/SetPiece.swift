import CStudioKernels
import Catalog

/// A solid of the set in world lengths.
struct SetPiece {
  var solid: KrafdStudioSolid
  var center: SIMD3<Float>
  var half: SIMD3<Float>
  var turn = 0.0
  /// The share of a disc or an arch that is open.
  var open: Float = 0
  var color: HexColor
  var material: Material

  /// How wide rounded edges are, in product lengths.
  private static let bevel: Float = 0.008

  func kernelForm(tint: SIMD3<Float>) -> KrafdStudioPiece {
    let paint = BuiltSet.linear(color) * tint
    return KrafdStudioPiece(
      kind: Int32(solid.rawValue), center: (center.x, center.y, center.z), half: (half.x, half.y, half.z),
      turn: (Float(cosine(turn)), Float(sine(turn))), radius: (half * half).sum().squareRoot() * 1.01,
      bevel: min(Self.bevel, half.min() * 0.5), open: open, shoulder: max(1 - half.x / half.y, -0.9),
      albedo: BuiltSet.albedo(color), color: (paint.x, paint.y, paint.z))
  }
}

extension Scene.Piece {
  /// - Parameter floor: the height of the floor that it stands on.
  func solid(floor: Float) -> SetPiece {
    let half = SIMD3(Float(width), Float(height), Float(depth)) / 2
    let kind: KrafdStudioSolid =
      switch shape {
      case .box: KRAFD_STUDIO_BOX
      case .cylinder: KRAFD_STUDIO_CYLINDER
      case .sphere: KRAFD_STUDIO_ELLIPSOID
      case .cone: KRAFD_STUDIO_CONE
      case .roll: KRAFD_STUDIO_ROD
      case .disc, .ring: KRAFD_STUDIO_DISC
      case .arch, .panel: KRAFD_STUDIO_ARCH
      }
    // What touches the floor in a point or a line rests in it a little, as real things do.
    let sunk: Float = kind == KRAFD_STUDIO_ELLIPSOID || kind == KRAFD_STUDIO_ROD ? 0.04 * half.y : 0
    return SetPiece(
      solid: kind, center: SIMD3(Float(x), floor + half.y - sunk, Float(z)), half: half, turn: turn,
      open: shape == .ring ? 0.66 : shape == .arch ? 0.62 : 0, color: color, material: material)
  }
}

extension Scene.Plinth {
  /// The stand with its top at height 0; a stepped one has a wider step below.
  func pieces(under body: ProductBody, floor: Float) -> [SetPiece] {
    let foot = body.footprint
    let wide = Double(body.columns) / Double(body.cellsAUnit)
    let half = max(max(foot.right - foot.left, 0.15) * spread, wide * 1.06) / 2
    let middle = SIMD3(Float((foot.left + foot.right) / 2), floor / 2, Float((foot.front + foot.back) / 2))
    let deep = max((foot.front - foot.back) / 2 + half * 0.3, half * 0.7)
    func piece(_ solid: KrafdStudioSolid, _ half: SIMD3<Float>, _ center: SIMD3<Float>) -> SetPiece {
      SetPiece(solid: solid, center: center, half: half, color: color, material: material)
    }
    let (side, tall) = (Float(half), -floor / 2)
    switch shape {
    case .round: return [piece(KRAFD_STUDIO_CYLINDER, SIMD3(side, tall, side), middle)]
    case .square: return [piece(KRAFD_STUDIO_BOX, SIMD3(side, tall, Float(deep)), middle)]
    case .half:
      let size = SIMD3(side * 1.15, tall, side * 0.8)
      return [piece(KRAFD_STUDIO_HALF_CYLINDER, size, middle + SIMD3(0, 0, side * 0.2))]
    case .stepped:
      let low = SIMD3(side * 1.32, tall / 2, side * 1.32)
      return [
        piece(KRAFD_STUDIO_CYLINDER, SIMD3(side, tall, side), middle),
        piece(KRAFD_STUDIO_CYLINDER, low, SIMD3(middle.x, floor + low.y, middle.z)),
      ]
    }
  }
}
