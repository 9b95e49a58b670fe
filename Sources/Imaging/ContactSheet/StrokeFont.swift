/// A plain font of strokes for labels: printable ASCII, drawn here and nowhere else, at any size.
///
/// Letters are lines and curves that a round pen follows. Heights are brought onto whole pixels, so that horizontal
/// strokes are even and crisp at small sizes; widths are not, so that letters keep their distances.
struct StrokeFont {
  /// The size in px: capitals have seven tenths of it.
  let size: Double

  /// Px a unit of the drawings, in which capitals are 14 high.
  private let scale: Double

  /// The width of the pen in px.
  private let pen: Double

  init(size: Int) {
    self.size = Double(min(max(size, 4), 1_000))
    scale = self.size / 20
    pen = max(1.05, scale * 1.75)
  }

  /// The space between two lines, from baseline to baseline, in px.
  var lineHeight: Int { Int((size * 1.4).rounded()) }

  /// The height of a capital, in whole px.
  var capHeight: Int { Int((14 * scale + pen).rounded()) }

  /// How far the lowest letters reach below the baseline, in px, one to spare.
  var descent: Int { Int((4 * scale + pen).rounded(.up)) + 1 }

  /// The width of a text in px.
  func width(of text: some StringProtocol) -> Double {
    StrokeGlyph.glyphs(of: text).reduce(0) { $0 + $1.advance } * scale
  }

  /// The text, cut and ended with `...` where it would be wider than `width` px; nothing where that has no room.
  ///
  /// - Cost: no more than `maxCharacters` are looked at; the rest is left out.
  func cut(_ text: String, toWidth width: Double) -> Substring {
    let ending = "..."
    let room = width - self.width(of: ending)
    var (used, end, endWithRoom) = (0.0, text.startIndex, text.startIndex)
    for character in text.prefix(Self.maxCharacters) {
      used += self.width(of: String(character))
      // Sums of fractions are not exact, and a hundredth of a px is not seen.
      guard used <= width + 0.01 else { return room < 0 ? "" : text[..<endWithRoom] + ending }
      text.formIndex(after: &end)
      if used <= room { endWithRoom = end }
    }
    return text[..<end]
  }

  /// More characters of a text are not looked at.
  private static let maxCharacters = 4_000

  /// The coverage of a line of text as a mask that begins `inset` px left of the text and has the baseline below its
  /// row `capHeight`; nil for a text without ink.
  func mask(of text: some StringProtocol) -> Raster? {
    let glyphs = StrokeGlyph.glyphs(of: text)
    guard glyphs.contains(where: { !$0.lines.isEmpty }) else { return nil }
    let advance = glyphs.reduce(0) { $0 + $1.advance } * scale
    var ink = PenStrokes(
      width: Int(advance.rounded(.up)) + 2 * inset, height: rise + capHeight + descent, pen: pen)
    var x = Double(inset)
    for glyph in glyphs {
      for line in glyph.lines { ink.draw(line.map { (x + $0.x * scale, height(of: $0.y)) }) }
      x += glyph.advance * scale
    }
    return ink.mask
  }

  /// The columns of a mask before the text begins: letters may reach a little to the left.
  var inset: Int { Int((1.5 * scale).rounded(.up)) + 1 }

  /// The rows of a mask above the capitals: brackets are higher.
  var rise: Int { Int((2 * scale).rounded(.up)) + 1 }

  /// The row of a height of the drawings in a mask, as a fraction. The lines that catch the eye lie on whole pixels.
  private func height(of y: Double) -> Double {
    let baseline = Double(rise + capHeight) - pen / 2
    let guides = [0.0, 4, 14, 18].map { ($0, baseline + (($0 - 14) * scale).rounded()) }
    let index = y < 4 ? 0 : y < 14 ? 1 : 2
    let ((low, lowRow), (high, highRow)) = (guides[index], guides[index + 1])
    return lowRow + (y - low) * (highRow - lowRow) / (high - low)
  }
}
