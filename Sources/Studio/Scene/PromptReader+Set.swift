import Catalog

extension PromptReader {
  /// Materials, light on the wall and gobos; answers whether the word was one of them.
  mutating func applySet(_ match: VocabularyMatch) -> Bool {
    let word = match.word.canonical
    if let material = Material(rawValue: Self.kinds[word] ?? word) {
      if isFollowedByProp(match) {
        propMaterial = material
        return true
      }
      if word == "black acrylic" { scene.room.floor = Self.black }
      if word == "plaster wall" || material == .drape || isFollowedByWall(match) {
        scene.build(wall: material)
      } else {
        scene.lay(material)
      }
      return true
    }
    if let gobo = Self.gobos[word] {
      scene.gobo = gobo
      return true
    }
    if word == "table edge" {
      scene.endFloor(gap: 2.5)
      return true
    }
    guard let light = Self.lights[word] else { return false }
    scene.shine(light)
    return true
  }

  /// Words for a kind of material, and the one that stands for it.
  private static let kinds = [
    "wood": "oak", "stone": "sandstone", "plaster wall": "plaster", "desk": "oak", "black acrylic": "acrylic",
  ]

  private static let black = HexColor(red: 20, green: 20, blue: 22)

  private static let gobos: [String: Gobo] = [
    "leaf shadow": .leaf, "palm shadow": .palm, "dappled light": .dapple, "window shadow": .window, "blinds": .blinds,
  ]

  private static let lights: [String: WallLight] = ["gradient": .vignette, "halo": .glow, "bokeh": .bokeh, "sky": .sky]

  /// As in “concrete wall”.
  private func isFollowedByWall(_ match: VocabularyMatch) -> Bool {
    next(match).map { ["wall", "backdrop"].contains($0.word.canonical) } ?? false
  }

  /// As in “marble plinth” and “round oak plinth”.
  private func isFollowedByProp(_ match: VocabularyMatch) -> Bool {
    next(match)?.word.category == .prop
  }

  /// The known word that stands right behind another.
  private func next(_ match: VocabularyMatch) -> VocabularyMatch? {
    matches.first { $0.range.lowerBound == match.range.upperBound + 1 }
  }
}

extension Scene {
  /// Makes the floor of a material. What does not bend up behind a product ends at a wall.
  mutating func lay(_ material: Material) {
    room.floorMaterial = material
    if let color = material.naturalColor { room.floor = color }
    let coat = material.coat
    (ground.reflection, ground.roughness) = (coat.reflection, max(coat.roughness, 0.02))
    if material != .paper {
      exposure.clipsToWhite = false
      if !material.bends { standWall() }
    }
  }

  /// Makes the wall of a material.
  mutating func build(wall material: Material) {
    standWall()
    room.wallMaterial = material
    if let color = material.naturalColor { room.wall = color }
    exposure.clipsToWhite = false
  }

  /// Lets light shine on the wall, or behind it.
  mutating func shine(_ light: WallLight) {
    standWall()
    room.light = light
    exposure.clipsToWhite = false
    guard light == .sky else { return }
    room.wall = HexColor(red: 176, green: 205, blue: 232)
    room.wallMaterial = .paper
  }

  /// Lets the floor end as a table does, that far before the wall.
  mutating func endFloor(gap: Double) {
    standWall()
    room.gap = max(room.gap, gap)
    exposure.clipsToWhite = false
  }

  /// Parts a sheet into a floor and a wall.
  private mutating func standWall() {
    guard room.kind == .sweep else { return }
    room.kind = .twoTone
    room.horizon = room.horizon ?? 0.36
    exposure.falloff = exposure.falloff ?? 0.35
  }
}

extension Material {
  /// Whether it comes in sheets that can hang down behind a product and lie under it.
  var bends: Bool { [.paper, .linen, .velvet, .plaster].contains(self) }
}
