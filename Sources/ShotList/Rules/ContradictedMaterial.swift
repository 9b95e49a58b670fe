/// A material of the product that the header does not declare.
enum ContradictedMaterial: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let declared = subject.product.materials.map(kind)
    // Of a material that is not known here nobody can say what it is not.
    guard !declared.isEmpty, !declared.contains(nil) else { return [] }
    let said = subject.product.materials.joined(separator: ", ").quoted
    let own = Set(declared.compactMap(\.self))
    return subject.prompts.flatMap { _, words in
      words.words.indices.compactMap { place in
        let next = place + 1
        guard let kind = kinds[words.words[place].key], !own.contains(kind), !words.words[place].isSilent,
          !words.words[place].isNegated, !subject.words.all.contains(words.words[place].key),
          next < words.words.count, words.words[next].joint == .space,
          words.words[next].isProduct, !words.words[next].isSilent, words.endsNoun(at: next + 1)
        else { return nil }
        let range = words.words[place].range
        return .error(
          .contradictedMaterial, at: range,
          "The header says \(said), and not \(subject.tree.text(range).quoted); leave the word out, or add it to 'material:'"
        )
      }
    }
  }

  /// Materials that go for each other.
  private enum Kind {
    case metal, glass, ceramic, plastic, wood, leather, paper, cloth, rubber, stone
  }

  /// The kind of the last word that is known.
  private static func kind(of material: String) -> Kind? {
    material.utf8.split { !$0.isLetter && $0 < 0x80 }.compactMap { kinds[$0.wordKey] }.last
  }

  private static let kinds: [UInt64: Kind] = Dictionary(
    uniqueKeysWithValues: [
      (Kind.metal, "metal steel iron aluminium aluminum brass copper bronze chrome titanium tin pewter"),
      (.glass, "glass crystal"), (.ceramic, "ceramic porcelain stoneware earthenware clay terracotta"),
      (.plastic, "plastic acrylic polypropylene polycarbonate"),
      (.wood, "wood wooden bamboo oak walnut beech pine cork birch ash maple"), (.leather, "leather suede nubuck"),
      (.paper, "paper cardboard carton kraft"),
      (.cloth, "cotton linen wool silk denim nylon polyester felt velvet canvas"),
      (.rubber, "rubber silicone latex"), (.stone, "marble granite slate concrete sandstone"),
    ].flatMap { kind, words in words.split(separator: " ").map { ($0.utf8.wordKey, kind) } })
}
