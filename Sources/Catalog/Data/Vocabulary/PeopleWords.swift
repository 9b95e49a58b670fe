extension VocabularyRecords {
  /// People and parts of them.
  static let people = #"""
    {
      "id": "people",
      "title": "People",
      "words": [
        {"canonical": "people", "also": ["person", "persons", "man", "woman", "model wearing", "crowd"], "category": "people", "studio": "not", "note": "take a photo or another model"},
        {"canonical": "hands", "also": ["hand", "fingers", "holding"], "category": "people", "studio": "not", "note": "take a photo or another model"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
