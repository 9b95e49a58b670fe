import Catalog

/// Changes a scene as a prompt says, word by word.
struct PromptReader {
  var scene: Scene
  var unrendered: [String] = []
  var notes: [String] = []
  var shortfalls: [String] = []

  /// Pairs of words that ask for opposites: the one that counts, and the one before it.
  private(set) var conflicts: [SceneDraft.Conflict] = []

  /// Of each group of opposites, by its first word, the word that counts so far.
  private var followed: [String: String] = [:]

  /// Whether the prompt says from which side the key shines.
  var saysSide = false

  /// How wide the place is where the product stands, in mm, as in “600 mm wide”.
  var placeMillimetres: Double?

  /// Where the product's foot stands in a photo, as in “foot at 30 %, 62 %”: shares of its width and height, from the top left.
  var foot: (x: Double, y: Double)?

  /// What the next prop is made of, as in “marble plinth”.
  var propMaterial: Material?

  private let props: PropPlacer

  /// The prompt in lower case, and where its known words are.
  private(set) var text: [UInt8] = []
  private(set) var matches: [VocabularyMatch] = []

  /// - Parameter aspect: the product's width to its height.
  init(scene: Scene, aspect: Double) {
    self.scene = scene
    props = PropPlacer(aspect: aspect)
  }

  /// Reads at most the first 16 KiB.
  mutating func read(_ prompt: String, vocabulary: Vocabulary) {
    text = Array(prompt.utf8.prefix(16 << 10)).map { (65...90).contains($0) ? $0 + 32 : $0 }
    hideHandles()
    matches = vocabulary.matches(in: text[...])
    for match in matches where !isDenied(match) {
      switch match.word.studio {
      case .not: add(match.word.canonical, to: \.unrendered)
      case .partly: if let note = match.word.note { add("\(match.word.canonical): \(note)", to: \.notes) }
      case .full: break
      }
      noteConflict(match.word.canonical)
      apply(match)
    }
    readNumbers()
    readColors()
  }

  /// A handle such as `@cup` names a photo; it is no word of the prompt.
  private mutating func hideHandles() {
    var place = 0
    while let start = text[place...].firstIndex(of: UInt8(ascii: "@")) {
      place = text[(start + 1)...].firstIndex { !$0.isHandleByte } ?? text.count
      for index in start..<place { text[index] = UInt8(ascii: " ") }
    }
  }

  private mutating func add(_ entry: String, to list: WritableKeyPath<PromptReader, [String]>) {
    if !self[keyPath: list].contains(entry) { self[keyPath: list].append(entry) }
  }

  /// Whether “no”, “without” or “not” stands right before the word.
  private func isDenied(_ match: VocabularyMatch) -> Bool {
    let before = text[..<match.range.lowerBound].suffix(24)
    let last = before.split { !(97...122).contains($0) }.last.map { Array($0) } ?? []
    return ["no", "without", "not"].contains { Array($0.utf8) == last }
  }

  /// Words of which a picture can follow one only.
  private static let opposites: [[String]] = [
    ["from the left", "from the right"], ["soft light", "hard light"], ["soft shadow", "hard shadow"],
    ["warm light", "cool light", "daylight", "tungsten"], ["high key", "low key"],
    ["low angle", "high angle", "eye level"], ["shallow depth of field", "deep focus"],
    ["copy space on the left", "copy space on the right", "centred"],
  ]

  private mutating func noteConflict(_ word: String) {
    guard let group = Self.opposites.first(where: { $0.contains(word) }), let name = group.first else { return }
    if let before = followed[name], before != word {
      conflicts.removeAll { group.contains($0.kept) }
      conflicts.append(SceneDraft.Conflict(kept: word, dropped: before))
    }
    followed[name] = word
  }

  private mutating func apply(_ match: VocabularyMatch) {
    if applySet(match) { return }
    defer { if match.word.category == .prop { propMaterial = nil } }
    switch match.word.canonical {
    case "plinth": addPlinth(match)
    case "steps": addPlinth(.stepped, height: 0.24, spread: 1.4)
    case "stone slab": addPlinth(.square, height: 0.07, spread: 1.8, material: propMaterial ?? .travertine)
    case "arch", "disc", "ring", "sphere", "cone", "cube", "column", "pebble", "roll": addPieces(match.word.canonical)
    case "sweep": makeSweep()
    case "two tone", "horizon": scene.room.kind = .twoTone
    case "soft light", "soft shadow": resizeKey(by: 1.5, atLeast: 1.2)
    case "hard light", "hard shadow": resizeKey(by: 0.25, atLeast: 0.12)
    case "from the left": turnLights(left: true)
    case "from the right": turnLights(left: false)
    case "warm light": setKelvin(4_300)
    case "cool light": setKelvin(7_200)
    case "daylight": setKelvin(5_500)
    case "tungsten": setKelvin(2_900)
    case "even light": evenOut()
    case "high key": scene.ambient = min(scene.ambient * 1.8, 10)
    case "low key": scene.ambient *= 0.35
    case "reflection": scene.ground.reflection = max(scene.ground.reflection, 0.12)
    default: applyFraming(match.word.canonical)
    }
  }

  private mutating func applyFraming(_ word: String) {
    switch word {
    case "low angle": scene.camera.pitchDegrees = 4
    case "high angle": scene.camera.pitchDegrees = 18
    case "eye level": scene.camera.pitchDegrees = 5
    case "long lens": scene.camera.lensMillimetres = max(scene.camera.lensMillimetres, 135)
    case "shallow depth of field": scene.camera.fNumber = min(scene.camera.fNumber ?? 4, 4)
    case "deep focus": scene.camera.fNumber = nil
    case "wide lens": scene.camera.lensMillimetres = 35
    case "centred": (scene.frame.copySpace, scene.frame.copyShare) = (.none, 0)
    case "copy space on the left", "product on the right": makeCopySpace(.left)
    case "copy space on the right", "product on the left": makeCopySpace(.right)
    case "copy space" where scene.frame.copySpace == .none: makeCopySpace(.left)
    default: break
    }
  }

  private mutating func addPlinth(_ match: VocabularyMatch) {
    let before = text[..<match.range.upperBound].suffix(match.range.count + 20)
    let words = Set(before.split { !(97...122).contains($0) }.map { String(decoding: $0, as: UTF8.self) })
    let isSquare = !words.isDisjoint(with: ["square", "box", "rectangular"])
    let isHalf = words.contains("half")
    addPlinth(isSquare ? .square : isHalf ? .half : .round, height: 0.16, spread: 1.45, material: propMaterial)
  }

  private mutating func addPlinth(
    _ shape: Scene.Plinth.Shape, height: Double, spread: Double, material: Material? = nil
  ) {
    let material = material ?? propMaterial
    let color = scene.room.kind == .twoTone ? scene.room.floor : scene.room.floor.tone(0.92)
    scene.plinth = .init(
      shape: shape, height: height, spread: spread, color: material?.naturalColor ?? color, material: material ?? .paper
    )
    if material != nil { scene.exposure.clipsToWhite = false }
  }

  private mutating func addPieces(_ word: String) {
    let pieces = props.pieces(for: word, material: propMaterial, in: scene)
    guard scene.pieces.count + pieces.count <= Scene.mostPieces else {
      add("\(word): left out, the set has room for \(Scene.mostPieces) things", to: \.shortfalls)
      return
    }
    scene.pieces += pieces
    scene.exposure.clipsToWhite = false
    // What stands beside wants room in the frame.
    let beside = scene.pieces.filter { abs($0.x) > 0.3 }
    let reach = beside.map { abs($0.x) + max($0.width, $0.depth) / 2 + 0.05 }.max() ?? 0
    let room = 0.5 * (1 - scene.frame.copyShare) / max(reach, 0.1)
    scene.frame.fill = min(scene.frame.fill, max(room, 0.4))
  }

  /// Stone and boards stay a floor before a wall.
  private mutating func makeSweep() {
    guard scene.room.kind == .twoTone, scene.room.floorMaterial.bends else { return }
    scene.room.kind = .sweep
    scene.room.wall = scene.room.floor.tone(0.8)
    scene.exposure.falloff = nil
  }

  private mutating func resizeKey(by factor: Double, atLeast size: Double) {
    for index in scene.lights.indices where factor > 1 || scene.lights[index].name == "key" {
      scene.lights[index].width = min(max(scene.lights[index].width * factor, size), 6)
      scene.lights[index].height = min(max(scene.lights[index].height * factor, size), 6)
    }
  }

  /// Mirrors the rig when its key shines from the other side.
  private mutating func turnLights(left: Bool) {
    saysSide = true
    guard let key = scene.key else { return }
    guard (key.azimuth > 0) == left, abs(key.azimuth) < 180 else { return }
    for index in scene.lights.indices { scene.lights[index].azimuth *= -1 }
  }

  mutating func setKelvin(_ kelvin: Double) {
    for index in scene.lights.indices { scene.lights[index].kelvin = min(max(kelvin, 1_000), 20_000) }
  }

  private mutating func evenOut() {
    guard let key = scene.lights.first(where: { $0.name == "key" }) else { return }
    for index in scene.lights.indices where scene.lights[index].name == "fill" {
      scene.lights[index].power = key.power
      scene.lights[index].azimuth = -key.azimuth
      scene.lights[index].elevation = key.elevation
    }
  }

  private mutating func makeCopySpace(_ side: Scene.Frame.Side) {
    scene.frame.copySpace = side
    if scene.frame.copyShare == 0 { scene.frame.copyShare = 0.38 }
    scene.frame.fill = min(scene.frame.fill, 0.62)
  }
}

extension PromptReader {
  /// Gives each `#RRGGBB` to the thing named right after it, else right before; alone it is the background's.
  private mutating func readColors() {
    for start in text.indices where text[start] == UInt8(ascii: "#") && start + 7 <= text.count {
      guard let color = HexColor(String(decoding: text[start..<start + 7], as: UTF8.self)) else { continue }
      let after = matches.first { $0.range.lowerBound >= start && $0.range.lowerBound <= start + 24 && isPlace($0) }
      let before = matches.last { $0.range.upperBound <= start && $0.range.upperBound + 6 >= start && isPlace($0) }
      switch (after ?? before)?.word.canonical {
      case "floor", "table": scene.room.floor = color
      case "paper" where scene.room.kind == .twoTone: scene.room.floor = color
      case "plinth": scene.plinth?.color = color
      case "wall" where scene.room.kind == .twoTone: scene.room.wall = color
      default: scene.paintBackground(color)
      }
      scene.exposure.clipsToWhite = scene.exposure.clipsToWhite && scene.room.floor.isWhite
    }
  }

  private func isPlace(_ match: VocabularyMatch) -> Bool {
    ["floor", "table", "paper", "plinth", "wall", "backdrop", "sweep"].contains(match.word.canonical)
  }
}

extension UInt8 {
  /// Whether it may stand in a handle: a small letter, one of any other script, a digit, `-` or `_`.
  fileprivate var isHandleByte: Bool {
    self >= 128 || (97...122).contains(self) || (48...57).contains(self) || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_")
  }
}
