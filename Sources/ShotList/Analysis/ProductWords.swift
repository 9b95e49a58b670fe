/// The words by which a shot list speaks of its product.
struct ProductWords {
  /// Words that mean the whole product: “product”, the category's last word.
  let wholes: Set<UInt64>

  /// These, and the last words of its parts.
  let nouns: Set<UInt64>

  /// Every word that the title and the header use.
  let all: Set<UInt64>

  /// The handles of the photos that show it.
  let handles: Set<UInt64>

  init(_ product: ResolvedProduct) {
    let parts = product.parts + product.colors.map(\.part)
    wholes = Set((["product", product.category ?? ""]).compactMap(\.nounKey))
    nouns = wholes.union(parts.compactMap(\.nounKey))
    let texts =
      [product.name, product.category ?? "", product.finish ?? ""] + product.materials + parts + product.keep
      + product.labels
    all = Set(texts.flatMap { text in text.utf8.split(whereSeparator: \.isNoWord).map(\.wordKey) })
    handles = Set(
      product.references.filter { $0.kind == .product || $0.kind == .detail }.map { $0.handle.utf8.wordKey })
  }

  /// Nothing is known of the product.
  static let none = ProductWords(wholes: [], nouns: [], all: [], handles: [])

  private init(wholes: Set<UInt64>, nouns: Set<UInt64>, all: Set<UInt64>, handles: Set<UInt64>) {
    self.wholes = wholes
    self.nouns = nouns
    self.all = all
    self.handles = handles
  }
}

extension UInt8 {
  /// Neither a letter, a digit nor a part of another script's letter.
  fileprivate var isNoWord: Bool { !isLetter && !isDigit && self < 0x80 }
}

extension String {
  /// The key of the word that names a thing: of “water bottle (steel)” that of “bottle”. What stands behind a comma or in
  /// brackets says more of it, but not what it is.
  var nounKey: UInt64? {
    let name = utf8.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "(") }
    return name.split { !$0.isLetter && $0 < 0x80 }.last.map(\.wordKey)
  }
}
