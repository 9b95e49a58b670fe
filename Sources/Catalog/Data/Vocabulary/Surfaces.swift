extension VocabularyRecords {
  /// What a product can stand on.
  static let surfaces = #"""
    {
      "id": "surfaces",
      "title": "Surfaces",
      "words": [
        {"canonical": "paper", "also": ["seamless paper", "coloured paper", "colored paper", "matte paper", "paper set"], "category": "surface", "studio": "full"},
        {"canonical": "floor", "also": ["ground", "tabletop surface", "surface"], "category": "surface", "studio": "full"},
        {"canonical": "table", "also": ["tabletop"], "category": "surface", "studio": "full", "note": "as a plain floor, without an edge"},
        {"canonical": "travertine", "also": ["limestone"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "marble", "also": ["white marble", "dark marble", "carrara", "marquina"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "oak", "also": ["oak board", "light wood"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "walnut", "also": ["walnut board", "dark wood"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "wood", "also": ["wooden", "reclaimed wood", "rustic wood"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "concrete", "also": ["cement"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "terrazzo", "also": [], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "slate", "also": [], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "sandstone", "also": [], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "stone", "also": ["stone surface", "pale stone", "wet stone"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "tile", "also": ["ceramic tile", "zellige"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "acrylic", "also": ["black acrylic", "frosted acrylic", "black gloss", "piano black"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "mirror", "also": ["mirror surface"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "linen", "also": ["flat linen", "tablecloth"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "velvet", "also": ["velvet drape"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "brushed metal", "also": ["steel sheet"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "sand", "also": ["beach sand"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "water", "also": ["pool", "puddle"], "category": "surface", "studio": "not", "note": "use paper in a color instead"},
        {"canonical": "grass", "also": ["lawn", "meadow"], "category": "surface", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "moss", "also": ["soil", "forest floor", "trail"], "category": "surface", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "kitchen counter", "also": ["worktop", "countertop"], "category": "surface", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "bathroom shelf", "also": ["vanity"], "category": "surface", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "desk", "also": [], "category": "surface", "studio": "not", "note": "take a photo of the place or another model"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
