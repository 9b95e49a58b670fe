internal import Catalog

extension Int {
  /// Reads digits alone; `nil` for anything else and for a number outside `range`.
  init?(digits text: some StringProtocol, in range: ClosedRange<Int>) {
    guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy(\.isDigit), let number = Int(text),
      range.contains(number)
    else { return nil }
    self = number
  }
}

extension Double {
  /// Reads digits with at most one point; `nil` for anything else.
  init?(decimal text: some StringProtocol) {
    let isPlain = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard isPlain, text.utf8.count <= 18, text.utf8.first?.isDigit == true, let number = Double(String(text)) else {
      return nil
    }
    self = number
  }
}

extension PixelSize {
  /// Reads `2000x2000`, with spaces and `×` allowed.
  init?(_ text: String) {
    let parts = text.crossed
    guard parts.count == 2, let width = Int(digits: parts[0], in: Self.shotBounds),
      let height = Int(digits: parts[1], in: Self.shotBounds)
    else { return nil }
    self.init(width: width, height: height)
  }
}

extension ProductDimensions {
  /// Reads two or three lengths and one unit: mm, cm, m or in. Each is above 0 and up to 100 000 mm.
  init?(_ text: String) {
    let bare = text.lowercased()
    guard
      let (unit, millimetres) = [("mm", 1), ("cm", 10), ("in", 25.4), ("m", 1_000)].first(where: {
        bare.hasSuffix($0.0)
      })
    else { return nil }
    let lengths = bare.dropLast(unit.count).crossed.map { Double(decimal: $0).map { $0 * millimetres } ?? 0 }
    guard (2...3).contains(lengths.count), lengths.allSatisfy({ $0 > 0 && $0 <= 100_000 }) else { return nil }
    self.init(width: lengths[0], depth: lengths.count == 3 ? lengths[1] : nil, height: lengths[lengths.count - 1])
  }
}

extension Budget {
  /// Reads `60 credits`, `5 USD`, `$5`, `5 EUR` or `€5`, with up to six digits after the point.
  public init?(_ text: String) {
    let bare = text.lowercased()
    let forms: [(prefix: String, suffix: String, unit: Unit)] = [
      ("", "credits", .credits), ("", "credit", .credits), ("", "usd", .usd), ("$", "", .usd), ("", "eur", .eur),
      ("€", "", .eur),
    ]
    guard let form = forms.first(where: { bare.hasPrefix($0.prefix) && bare.hasSuffix($0.suffix) }) else { return nil }
    let amount = bare.dropFirst(form.prefix.count).dropLast(form.suffix.count).split(separator: " ")
    guard amount.count == 1, let number = Double(decimal: amount[0]), number <= 1_000_000 else { return nil }
    self.init(micros: Int((number * 1_000_000).rounded()), unit: form.unit)
  }
}

extension ShotBackground {
  init?(_ text: String) {
    switch text.lowercased() {
    case "white": self = .color(HexColor(red: 255, green: 255, blue: 255))
    case "black": self = .color(HexColor(red: 0, green: 0, blue: 0))
    case "transparent": self = .transparent
    default:
      guard let color = HexColor(text) else { return nil }
      self = .color(color)
    }
  }
}

extension StringProtocol {
  /// The parts between `x` or `×`, without spaces around them.
  fileprivate var crossed: [String] {
    split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "X" || $0 == "×" }.map { part in
      part.split(separator: " ").joined(separator: " ")
    }
  }
}
