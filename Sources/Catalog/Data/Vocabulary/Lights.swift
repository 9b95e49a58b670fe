extension VocabularyRecords {
  /// How a set can be lit.
  static let lights = #"""
    {
      "id": "lights",
      "title": "Light",
      "words": [
        {"canonical": "soft light", "also": ["soft", "softbox", "soft box", "diffused", "diffuse light", "soft studio light"], "category": "light", "studio": "full"},
        {"canonical": "octabox", "also": ["octa"], "category": "light", "studio": "full"},
        {"canonical": "hard light", "also": ["hard", "crisp", "crisp shadow", "graphic shadow"], "category": "light", "studio": "full"},
        {"canonical": "soft shadow", "also": ["soft shadows", "grounded shadow"], "category": "light", "studio": "full"},
        {"canonical": "hard shadow", "also": ["hard shadows"], "category": "light", "studio": "full"},
        {"canonical": "contact shadow", "also": ["faint contact shadow"], "category": "light", "studio": "full"},
        {"canonical": "from the left", "also": ["light from the left", "key from the left", "from camera left", "left light"], "category": "light", "studio": "full"},
        {"canonical": "from the right", "also": ["light from the right", "key from the right", "from camera right", "right light"], "category": "light", "studio": "full"},
        {"canonical": "warm light", "also": ["warm"], "category": "light", "studio": "full"},
        {"canonical": "cool light", "also": ["cool", "cold light"], "category": "light", "studio": "full"},
        {"canonical": "daylight", "also": ["neutral light"], "category": "light", "studio": "full", "note": "5500 K"},
        {"canonical": "tungsten", "also": ["warm bulb"], "category": "light", "studio": "full", "note": "2900 K"},
        {"canonical": "even light", "also": ["even", "flat light"], "category": "light", "studio": "full"},
        {"canonical": "high key", "also": ["bright"], "category": "light", "studio": "full"},
        {"canonical": "low key", "also": ["moody"], "category": "light", "studio": "partly", "note": "the set gets darker, the product keeps its own light"},
        {"canonical": "rim light", "also": ["back light", "backlight", "kicker"], "category": "light", "studio": "partly", "note": "on the set; on the product only as photographed"},
        {"canonical": "reflection", "also": ["mirror reflection", "faint reflection"], "category": "light", "studio": "partly", "note": "a faint one, as the style allows"},
        {"canonical": "hard sun", "also": ["direct sun", "midday sun"], "category": "light", "studio": "not", "note": "use hard light from the left or the right instead"},
        {"canonical": "low sun", "also": ["golden hour", "sunset", "low afternoon sun", "afternoon sun"], "category": "light", "studio": "not", "note": "use warm light from the left or the right instead"},
        {"canonical": "window light", "also": ["north light", "north window"], "category": "light", "studio": "not", "note": "use soft light from the left or the right instead"},
        {"canonical": "candle light", "also": ["candlelight"], "category": "light", "studio": "not", "note": "use warm light instead"},
        {"canonical": "neon", "also": ["coloured gel", "colored gel"], "category": "light", "studio": "not", "note": "the product keeps its color"},
        {"canonical": "caustics", "also": ["glass sparkle"], "category": "light", "studio": "not"},
        {"canonical": "god rays", "also": ["volumetric rays", "light shafts"], "category": "light", "studio": "not"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
