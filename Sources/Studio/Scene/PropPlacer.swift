import Catalog

/// Where words for props put things: behind the product or beside it, on the side that words do not need.
struct PropPlacer {
  /// Half the product's width, and its height, in product lengths.
  private let half: Double
  private let tall: Double

  init(aspect: Double) {
    half = min(aspect, 1) / 2
    tall = min(1 / max(aspect, 1e-3), 1)
  }

  /// The pieces for a word; none for a word that is no prop.
  ///
  /// - Parameters:
  ///   - material: what the prompt says they are made of.
  ///   - scene: gives colors, the free side, and how far the stand reaches.
  func pieces(for word: String, material: Material?, in scene: Scene) -> [Scene.Piece] {
    let reach = half * (scene.plinth.map { $0.spread + ($0.shape == .stepped ? 0.5 : 0.1) } ?? 1)
    let number = scene.pieces.count { abs($0.x) > 0.3 }
    // The key's side first: on the other the product's shadow falls.
    let bright = (scene.key?.azimuth ?? 0) < 0 ? -1.0 : 1
    let free = number % 2 == 0 ? bright : -bright
    let right = scene.frame.copySpace == .right ? -1 : scene.frame.copySpace == .left ? 1 : free
    let beside = right * (reach + 0.26 + 0.22 * Double(number / 2))
    let floorHeight = scene.plinth?.height ?? 0
    let back = Look(material, panel: true, in: scene)
    let front = Look(material, panel: false, in: scene)
    switch word {
    case "arch", "disc", "ring":
      let height = floorHeight + tall * (word == "arch" ? 1.16 : 1.06)
      let width = word == "arch" ? min(max(2.4 * half + 0.3, 0.62 * height), height * 1.9) : height
      let x = word == "arch" ? 0 : right * 0.22
      let shape: Scene.Piece.Shape = word == "arch" ? .arch : word == "disc" ? .disc : .ring
      return [back.piece(shape, x: x, z: -0.75, width, height, 0.12)]
    case "roll": return [front.piece(.roll, x: 0, z: -0.7, 2 * half + 0.9, 0.15, 0.15, turn: -7)]
    case "sphere": return [front.piece(.sphere, x: beside, z: -0.3, 0.3, 0.3, 0.3)]
    case "cone": return [front.piece(.cone, x: beside, z: -0.34, 0.3, 0.42, 0.3)]
    case "cube": return [front.piece(.box, x: beside, z: -0.36, 0.26, 0.26, 0.26, turn: right * 28)]
    case "column": return [back.piece(.cylinder, x: beside, z: -0.6, 0.26, floorHeight + 0.7 * tall, 0.26)]
    case "pebble":
      let stones = material == nil ? Look(.sandstone, panel: false, in: scene) : front
      let dark = stones.toned(0.8)
      let beside = right * min(reach + 0.17, half + 0.3)
      return [
        stones.piece(.sphere, x: beside + right * 0.02, z: 0.02, 0.24, 0.11, 0.17, turn: 20),
        dark.piece(.sphere, x: beside + right * 0.23, z: 0.1, 0.15, 0.08, 0.12, turn: -35),
        stones.piece(.sphere, x: beside + right * 0.17, z: -0.17, 0.19, 0.12, 0.15, turn: 60),
      ]
    default: return []
    }
  }

  /// What pieces look like in a set.
  private struct Look {
    var material: Material
    var color: HexColor

    /// Panels stand out from the wall, small things from the floor.
    init(_ material: Material?, panel: Bool, in scene: Scene) {
      self.material = material ?? (scene.room.floorMaterial == .paper ? .paper : .plaster)
      let room = scene.room
      let isTwoTone = room.kind == .twoTone && room.light == nil
      let own = isTwoTone ? (panel ? room.floor : room.wall) : room.floor
      color = material?.naturalColor ?? own.tone(isTwoTone ? 0.94 : 0.86)
    }

    func toned(_ share: Float) -> Look {
      var look = self
      look.color = color.tone(share)
      return look
    }

    func piece(
      _ shape: Scene.Piece.Shape, x: Double, z: Double, _ width: Double, _ height: Double, _ depth: Double,
      turn: Double = 0
    ) -> Scene.Piece {
      Scene.Piece(
        shape: shape, x: x, z: z, width: width, height: height, depth: depth, turn: turn, color: color,
        material: material)
    }
  }
}
