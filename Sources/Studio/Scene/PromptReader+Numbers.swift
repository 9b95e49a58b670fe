import Catalog

extension PromptReader {
  /// “3200 K” sets the lamps' color, “45° from the left” the key's place.
  mutating func readNumbers() {
    readFoot()
    for (value, rest) in numbers() {
      let next = rest.drop { $0 == 32 }
      if let unit = Self.lengths.first(where: { next.starts(with: "\($0.unit) wide".utf8) }), value > 0 {
        placeMillimetres = min(value * unit.millimetres, 1e6)
        continue
      }
      if next.first == UInt8(ascii: "k"), !(next.dropFirst().first.map { (97...122).contains($0) } ?? false) {
        if (1_000...20_000).contains(value) { setKelvin(value) }
      } else if next.starts(with: "°".utf8) || next.starts(with: "deg".utf8), (0...180).contains(value) {
        let words = next.prefix(32)
        guard let key = scene.lights.firstIndex(where: { $0.name == "key" }) else { continue }
        saysSide = saysSide || words.contains("left") || words.contains("right")
        if words.contains("left") { scene.lights[key].azimuth = -value }
        if words.contains("right") { scene.lights[key].azimuth = value }
      }
    }
  }

  private static let lengths: [(unit: String, millimetres: Double)] = [
    ("mm", 1), ("cm", 10), ("m", 1_000), ("in", 25.4),
  ]

  private mutating func readFoot() {
    let numbers = numbers()
    for (x, y) in zip(numbers, numbers.dropFirst()) {
      let percents = [x, y].allSatisfy { $0.1.drop { $0 == 32 }.first == UInt8(ascii: "%") && (0...100).contains($0.0) }
      let before = text[..<x.1.startIndex].suffix(16)
      if percents, before.contains("foot at") { foot = (x.0 / 100, y.0 / 100) }
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
}

extension ArraySlice<UInt8> {
  /// Whether the bytes hold a word.
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return count >= word.count && indices.dropLast(word.count - 1).contains { self[$0...].starts(with: word) }
  }
}
