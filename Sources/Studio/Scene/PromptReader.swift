import Catalog

/// Changes a scene as a prompt says, word by word.
struct PromptReader {
  var scene: Scene
  var unrendered: [String] = []
  var notes: [String] = []

  /// The prompt in lower case, and where its known words are.
  private var text: [UInt8] = []
  private(set) var matches: [VocabularyMatch] = []

  init(scene: Scene) { self.scene = scene }

  /// Reads at most the first 16 KiB.
  mutating func read(_ prompt: String, vocabulary: Vocabulary) {
    text = Array(prompt.utf8.prefix(16 << 10)).map { (65...90).contains($0) ? $0 + 32 : $0 }
    matches = vocabulary.matches(in: text[...])
    for match in matches where !isDenied(match) {
      switch match.word.studio {
      case .not: add(match.word.canonical, to: \.unrendered)
      case .partly: if let note = match.word.note { add("\(match.word.canonical): \(note)", to: \.notes) }
      case .full: break
      }
      apply(match)
    }
    readNumbers()
    readColors()
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

  private mutating func apply(_ match: VocabularyMatch) {
    if applySet(match) { return }
    switch match.word.canonical {
    case "plinth", "cube": addPlinth(match)
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
    let color = scene.room.kind == .twoTone ? scene.room.floor : scene.room.floor.tone(0.92)
    scene.plinth = .init(shape: isSquare ? .square : .round, height: 0.16, spread: 1.45, color: color)
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
    guard let key = scene.lights.first(where: { $0.name == "key" }) ?? scene.lights.first else { return }
    guard (key.azimuth > 0) == left, abs(key.azimuth) < 180 else { return }
    for index in scene.lights.indices { scene.lights[index].azimuth *= -1 }
  }

  private mutating func setKelvin(_ kelvin: Double) {
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
  /// “3200 K” sets the lamps' color, “45° from the left” the key's place.
  private mutating func readNumbers() {
    for (value, rest) in numbers() {
      let next = rest.drop { $0 == 32 }
      if next.first == UInt8(ascii: "k"), !(next.dropFirst().first.map { (97...122).contains($0) } ?? false) {
        if (1_000...20_000).contains(value) { setKelvin(value) }
      } else if next.starts(with: "°".utf8) || next.starts(with: "deg".utf8), (0...180).contains(value) {
        let words = next.prefix(32)
        guard let key = scene.lights.firstIndex(where: { $0.name == "key" }) else { continue }
        if words.contains("left") { scene.lights[key].azimuth = -value }
        if words.contains("right") { scene.lights[key].azimuth = value }
      }
    }
  }

  /// The whole numbers of the text that are no part of a color, each with the text behind it.
  private func numbers() -> [(Double, ArraySlice<UInt8>)] {
    var found: [(Double, ArraySlice<UInt8>)] = []
    var index = 0
    while index < text.count {
      guard (48...57).contains(text[index]) else {
        index += text[index] == UInt8(ascii: "#") ? 7 : 1
        continue
      }
      let digits = text[index...].prefix { (48...57).contains($0) }
      index = digits.endIndex
      if digits.count <= 6, let value = Double(String(decoding: digits, as: UTF8.self)) {
        found.append((value, text[index...]))
      }
    }
    return found
  }

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

extension ArraySlice<UInt8> {
  /// Whether the bytes hold a word.
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return count >= word.count && indices.dropLast(word.count - 1).contains { self[$0...].starts(with: word) }
  }
}
