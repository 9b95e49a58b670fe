extension VocabularyRecords {
  /// What can stand with a product.
  static let props = #"""
    {
      "id": "props",
      "title": "Props",
      "words": [
        {"canonical": "plinth", "also": ["podium", "pedestal", "round plinth", "square plinth", "half-round plinth", "low plinth", "cylinder", "paper plinth"], "category": "prop", "studio": "full"},
        {"canonical": "cube", "also": ["block", "box plinth", "paper cube"], "category": "prop", "studio": "full"},
        {"canonical": "disc", "also": ["circle panel", "paper disc"], "category": "prop", "studio": "full"},
        {"canonical": "arch", "also": [], "category": "prop", "studio": "full"},
        {"canonical": "ring", "also": ["hoop", "paper ring"], "category": "prop", "studio": "full"},
        {"canonical": "cone", "also": ["paper cone"], "category": "prop", "studio": "full"},
        {"canonical": "column", "also": ["pillar"], "category": "prop", "studio": "full"},
        {"canonical": "roll", "also": ["paper roll", "rolled paper"], "category": "prop", "studio": "full"},
        {"canonical": "steps", "also": ["stairs", "stepped plinth"], "category": "prop", "studio": "full"},
        {"canonical": "sphere", "also": ["ball", "bauble"], "category": "prop", "studio": "full"},
        {"canonical": "stone slab", "also": ["rock plate"], "category": "prop", "studio": "full"},
        {"canonical": "pebble", "also": ["pebbles", "river stone", "river stones"], "category": "prop", "studio": "full"},
        {"canonical": "gift box", "also": ["present"], "category": "prop", "studio": "not"},
        {"canonical": "ribbon", "also": ["bow"], "category": "prop", "studio": "not"},
        {"canonical": "book", "also": [], "category": "prop", "studio": "not"},
        {"canonical": "tray", "also": [], "category": "prop", "studio": "not"},
        {"canonical": "bowl", "also": ["plate", "dish"], "category": "prop", "studio": "not"},
        {"canonical": "cup", "also": ["coffee cup"], "category": "prop", "studio": "not"},
        {"canonical": "vase", "also": [], "category": "prop", "studio": "not"},
        {"canonical": "candle", "also": [], "category": "prop", "studio": "not"},
        {"canonical": "eucalyptus", "also": ["branch", "palm leaf", "leaf", "leaves"], "category": "prop", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "flowers", "also": ["flower", "petals", "bouquet"], "category": "prop", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "fruit", "also": ["citrus", "lemon", "orange slices", "berries"], "category": "prop", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "food", "also": ["bread", "coffee beans", "ingredients"], "category": "prop", "studio": "not", "note": "leave it out, or take a photo or another model"},
        {"canonical": "water drops", "also": ["splash", "condensation", "droplets"], "category": "prop", "studio": "not", "note": "it would cover the product"},
        {"canonical": "smoke", "also": ["steam", "mist"], "category": "prop", "studio": "not"},
        {"canonical": "fabric fold", "also": ["crumpled cloth", "towel", "cloth"], "category": "prop", "studio": "not", "note": "leave it out, or take another model"},
        {"canonical": "pet", "also": ["dog", "cat"], "category": "prop", "studio": "not", "note": "leave it out, or take a photo or another model"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
