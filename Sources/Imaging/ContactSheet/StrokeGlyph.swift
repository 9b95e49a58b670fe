/// The drawing of one character, as lines between points.
///
/// The unit is a fourteenth of a capital's height. `y` is 0 at the top of capitals, 4 at that of small letters, 14 on the
/// baseline and 18 at the lowest.
struct StrokeGlyph {
  /// From this character's origin to the next one's.
  let advance: Double

  /// What all characters are set apart further than drawn: captions are small.
  private static let tracking = 0.4

  /// The lines that the pen follows.
  let lines: [[(x: Double, y: Double)]]

  /// What stands for a character that has no drawing.
  static let box = StrokeGlyph(12, "2,0 10,0 10,14 2,14 2,0")

  /// The drawings that a text is shown with, in order.
  static func glyphs(of text: some StringProtocol) -> [StrokeGlyph] {
    text.flatMap { character -> [StrokeGlyph] in
      if let glyph = all[character] { return [glyph] }
      guard let folded = folded(character) else { return [box] }
      return folded.compactMap { all[$0] }
    }
  }

  /// Reads strokes, each of points `x,y`. A point after `~` bends the line towards itself, as in a quadratic curve;
  /// between two of them, the line passes through their middle.
  init(_ advance: Double, _ strokes: String...) {
    self.advance = advance + Self.tracking
    lines = strokes.map { Self.flattened($0.split(separator: " ").compactMap(Point.init)) }
  }

  private struct Point {
    var x, y: Double
    var bends: Bool

    init?(_ text: Substring) {
      bends = text.first == "~"
      let numbers = text.drop { $0 == "~" }.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 2 else { return nil }
      (x, y) = (numbers[0], numbers[1])
    }
  }

  private static func flattened(_ points: [Point]) -> [(x: Double, y: Double)] {
    var line: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      guard point.bends, let start = line.last, index + 1 < points.count else {
        line.append((point.x, point.y))
        continue
      }
      let next = points[index + 1]
      let end = next.bends ? ((point.x + next.x) / 2, (point.y + next.y) / 2) : (next.x, next.y)
      for step in 1...8 {
        let (near, far) = (1 - Double(step) / 8, Double(step) / 8)
        line.append(
          (
            near * near * start.x + 2 * near * far * point.x + far * far * end.0,
            near * near * start.y + 2 * near * far * point.y + far * far * end.1
          ))
      }
    }
    return line
  }
}

extension StrokeGlyph {
  /// All drawings by their character.
  private static let all: [Character: StrokeGlyph] = letters.merging(signs) { first, _ in first }

  /// What is written in ASCII for a character that is not; nil when there is nothing simple. Control characters vanish.
  private static func folded(_ character: Character) -> String? {
    if let found = foldings[character] { return found }
    if character.isWhitespace { return " " }
    let isHidden = character.unicodeScalars.allSatisfy { [.control, .format].contains($0.properties.generalCategory) }
    return isHidden ? "" : nil
  }

  /// By the character that is folded. Equal characters are found in any normal form.
  private static let foldings: [Character: String] = {
    var foldings: [Character: String] = [:]
    for (ascii, others) in [
      ("A", "ÀÁÂÃÄÅĀĂĄ"), ("C", "ÇĆĈĊČ"), ("D", "ĎĐÐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"),
      ("I", "ÌÍÎÏĨĪĬĮİ"),
      ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"),
      ("T", "ŢŤŦȚ"),
      ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"), ("Z", "ŹŻŽ"), ("a", "àáâãäåāăąª"), ("c", "çćĉċč"), ("d", "ďđð"),
      ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"),
      ("n", "ñńņň"), ("o", "òóôõöøōŏőº"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųµμ"),
      ("w", "ŵ"),
      ("y", "ýŷÿ"), ("z", "źżž"), ("AE", "Æ"), ("ae", "æ"), ("OE", "Œ"), ("oe", "œ"), ("ss", "ß"), ("Th", "Þ"),
      ("th", "þ"), ("\"", "“”„‟«»″"), ("'", "‘’‚‛‹›′´"), ("-", "‐‑‒–—―−"), ("x", "×"), (":", "÷"), (".", "·•∙"),
      ("...", "…"), ("EUR", "€"), ("+-", "±"), ("1", "¹"), ("2", "²"), ("3", "³"), ("1/4", "¼"), ("1/2", "½"),
      ("3/4", "¾"), ("/", "⁄∕"), ("|", "¦"), ("->", "→"), ("<-", "←"), ("~", "≈∼"), ("(c)", "©"), ("(R)", "®"),
      ("TM", "™"),
    ] {
      for character in others { foldings[character] = ascii }
    }
    return foldings
  }()
}
