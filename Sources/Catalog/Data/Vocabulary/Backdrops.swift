extension VocabularyRecords {
  /// What can be behind a product.
  static let backdrops = #"""
    {
      "id": "backdrops",
      "title": "Backdrops",
      "words": [
        {"canonical": "sweep", "also": ["seamless", "cyclorama", "infinity cove", "grey sweep", "gray sweep", "white sweep", "pure white sweep", "paper sweep"], "category": "backdrop", "studio": "full"},
        {"canonical": "wall", "also": ["solid colour wall", "solid color wall", "plain wall", "painted wall"], "category": "backdrop", "studio": "full"},
        {"canonical": "backdrop", "also": ["background"], "category": "backdrop", "studio": "full"},
        {"canonical": "two tone", "also": ["two-tone", "duotone set", "color block", "colour block"], "category": "backdrop", "studio": "full"},
        {"canonical": "horizon", "also": ["horizon line"], "category": "backdrop", "studio": "full"},
        {"canonical": "gradient", "also": ["gradient backdrop", "vignette"], "category": "backdrop", "studio": "full"},
        {"canonical": "halo", "also": ["halo disc", "glow"], "category": "backdrop", "studio": "full"},
        {"canonical": "plaster wall", "also": ["plaster", "stucco", "limewash"], "category": "backdrop", "studio": "full"},
        {"canonical": "brick wall", "also": ["brick", "bricks"], "category": "backdrop", "studio": "not", "note": "use a plaster or a concrete wall instead"},
        {"canonical": "wood panel", "also": ["slats"], "category": "backdrop", "studio": "not", "note": "use a plaster or a concrete wall instead"},
        {"canonical": "curtain", "also": ["drape", "hanging cloth"], "category": "backdrop", "studio": "full"},
        {"canonical": "leaf shadow", "also": ["leaf shadows", "gobo"], "category": "backdrop", "studio": "full"},
        {"canonical": "palm shadow", "also": ["palm shadows", "palm leaf shadow"], "category": "backdrop", "studio": "full"},
        {"canonical": "dappled light", "also": ["dapple", "dappled shade"], "category": "backdrop", "studio": "full"},
        {"canonical": "window shadow", "also": ["window frame shadow", "mullion"], "category": "backdrop", "studio": "full"},
        {"canonical": "blinds", "also": ["venetian blinds", "shadow of blinds"], "category": "backdrop", "studio": "full"},
        {"canonical": "bokeh", "also": ["bokeh lights", "fairy lights", "defocused lights", "warm out-of-focus lights"], "category": "backdrop", "studio": "full"},
        {"canonical": "room", "also": ["room interior", "living room", "kitchen", "bathroom", "bedroom"], "category": "backdrop", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "landscape", "also": ["beach", "mountain", "mountains", "forest", "city", "outdoors"], "category": "backdrop", "studio": "not", "note": "take a photo of the place or another model"},
        {"canonical": "table edge", "also": ["edge of a table", "edge of the table", "table with an edge"], "category": "backdrop", "studio": "full"},
        {"canonical": "sky", "also": ["open sky", "blue sky", "clear sky"], "category": "backdrop", "studio": "full"},
        {"canonical": "clouds", "also": ["cloudy sky"], "category": "backdrop", "studio": "not", "note": "take a photo of the place or another model"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
