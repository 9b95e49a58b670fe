import Catalog

/// What floors and walls are made of. The raw value is the vocabulary's canonical word.
public enum Material: String, Sendable, Equatable, Codable, CaseIterable {
  case paper, acrylic, mirror
  case marble
  case darkMarble = "dark marble"
  case oak, walnut, concrete, plaster, terrazzo, travertine, sandstone, slate, sand, linen, velvet
  case brushedMetal = "brushed metal"
  case tile
  case wetStone = "wet stone"
  /// Linen that hangs in folds.
  case drape = "curtain"
}

extension Material {
  /// The color that it has when nobody asks for another; `nil` where any color is as natural.
  var naturalColor: HexColor? {
    switch self {
    case .paper, .acrylic, .plaster, .velvet: nil
    case .mirror: HexColor("#5E6468")
    case .marble: HexColor("#E6E4E0")
    case .darkMarble: HexColor("#2B2B2D")
    case .oak: HexColor("#C9A378")
    case .walnut: HexColor("#6E4D37")
    case .concrete: HexColor("#A8A6A1")
    case .terrazzo: HexColor("#DDD6CC")
    case .travertine: HexColor("#D8C7AC")
    case .sandstone: HexColor("#CFAE86")
    case .slate: HexColor("#4B4F54")
    case .sand: HexColor("#DCC49C")
    case .linen, .drape: HexColor("#DDD3C2")
    case .brushedMetal: HexColor("#9DA0A3")
    case .tile: HexColor("#E4E6E3")
    case .wetStone: HexColor("#43474B")
    }
  }

  /// What the coat mirrors seen from above, 0...1, and how matte the mirror image is, 0.02...1.
  var coat: (reflection: Double, roughness: Double) {
    switch self {
    case .acrylic: (0.16, 0.05)
    case .mirror: (0.75, 0.02)
    case .marble, .darkMarble: (0.09, 0.09)
    case .terrazzo: (0.06, 0.14)
    case .tile: (0.1, 0.1)
    case .brushedMetal: (0.42, 0.24)
    case .wetStone: (0.16, 0.12)
    case .oak, .walnut: (0.03, 0.3)
    default: (0, 1)
    }
  }

  /// `nil` for what is the same everywhere.
  var pattern: Grain.Pattern? {
    switch self {
    case .paper, .acrylic, .mirror: nil
    case .linen: Cloth.linen
    case .drape: Cloth.drape
    case .velvet: Cloth.velvet
    case .marble: Marble.white
    case .darkMarble: Marble.dark
    case .oak: Wood.oak
    case .walnut: Wood.walnut
    case .concrete: Mineral.concrete
    case .plaster: Mineral.plaster
    case .sand: Mineral.sand
    case .terrazzo: Terrazzo.chips
    case .travertine: Stone.travertine
    case .sandstone: Stone.sandstone
    case .slate, .wetStone: Stone.slate
    case .brushedMetal: Made.brushedMetal
    case .tile: Made.tile
    }
  }
}
