/// Another's brand, or a famous person.
enum OtherBrand: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      if let found = words.all(brands).first(where: { !subject.words.all.contains(words.words[$0.lowerBound].key) }) {
        let place = words.bytes(found)
        return .error(
          .otherBrand, at: place,
          "\(subject.tree.text(place).quoted) is a brand that the header does not name; leave it out, or name a plain thing"
        )
      }
      guard let place = words.place(of: famous) else { return nil }
      return .error(
        .otherBrand, at: place, "A famous person has not agreed to the picture; ask for a person without a name")
    }
  }

  /// Names that mean nothing but the brand.
  private static let brands: Phrases = [
    "adidas", "airpods", "armani", "audi", "bmw", "burberry", "cartier", "chanel", "coca-cola", "dior",
    "disney", "ferrari", "ford mustang", "gibson guitar", "gucci", "heineken", "ikea", "ipad", "iphone",
    "lamborghini", "lego", "levi's", "louis vuitton", "macbook", "marlboro", "mcdonald's", "mercedes-benz", "moleskine",
    "nescafe", "nespresso", "nike", "nintendo", "nutella", "patagonia jacket", "pepsi", "pokemon", "playstation",
    "prada",
    "ray-ban", "red bull", "rolex", "samsung", "sony", "star wars", "starbucks", "volkswagen", "xbox",
  ]

  private static let famous: Phrases = [
    "celebrity", "famous actor", "famous actress", "famous singer", "famous athlete", "movie star", "pop star",
    "lookalike of", "who looks like a star",
  ]
}
