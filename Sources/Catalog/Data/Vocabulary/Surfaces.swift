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
        {"canonical": "travertine", "also": ["limestone"], "category": "surface", "studio": "full"},
        {"canonical": "marble", "also": ["white marble", "carrara"], "category": "surface", "studio": "full"},
        {"canonical": "dark marble", "also": ["black marble", "marquina"], "category": "surface", "studio": "full"},
        {"canonical": "oak", "also": ["oak board", "light wood"], "category": "surface", "studio": "full"},
        {"canonical": "walnut", "also": ["walnut board", "dark wood"], "category": "surface", "studio": "full"},
        {"canonical": "wood", "also": ["wooden", "reclaimed wood", "rustic wood"], "category": "surface", "studio": "full", "note": "as oak"},
        {"canonical": "concrete", "also": ["cement"], "category": "surface", "studio": "full"},
        {"canonical": "terrazzo", "also": [], "category": "surface", "studio": "full"},
        {"canonical": "slate", "also": [], "category": "surface", "studio": "full"},
        {"canonical": "sandstone", "also": [], "category": "surface", "studio": "full"},
        {"canonical": "stone", "also": ["stone surface", "pale stone"], "category": "surface", "studio": "full", "note": "as sandstone"},
        {"canonical": "wet stone", "also": ["wet slate"], "category": "surface", "studio": "full"},
        {"canonical": "tile", "also": ["ceramic tile", "zellige"], "category": "surface", "studio": "full"},
        {"canonical": "acrylic", "also": ["frosted acrylic", "white acrylic"], "category": "surface", "studio": "full"},
        {"canonical": "black acrylic", "also": ["black gloss", "piano black"], "category": "surface", "studio": "full"},
        {"canonical": "mirror", "also": ["mirror surface"], "category": "surface", "studio": "full"},
        {"canonical": "linen", "also": ["flat linen", "tablecloth"], "category": "surface", "studio": "full"},
        {"canonical": "velvet", "also": ["velvet drape"], "category": "surface", "studio": "full"},
        {"canonical": "brushed metal", "also": ["steel sheet"], "category": "surface", "studio": "full"},
        {"canonical": "sand", "also": ["beach sand"], "category": "surface", "studio": "full"},
        {"canonical": "water", "also": ["pool", "puddle"], "category": "surface", "studio": "not", "note": "use slate, sand or tile instead"},
        {"canonical": "grass", "also": ["lawn", "meadow"], "category": "surface", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "moss", "also": ["soil", "forest floor", "trail"], "category": "surface", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "kitchen counter", "also": ["worktop", "countertop"], "category": "surface", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "bathroom shelf", "also": ["vanity"], "category": "surface", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "desk", "also": [], "category": "surface", "studio": "partly", "note": "as an oak board"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
