extension VocabularyRecords {
  /// How a picture can feel.
  static let moods = #"""
    {
      "id": "moods",
      "title": "Mood",
      "words": [
        {"canonical": "minimal", "also": ["minimalist", "clean", "simple"], "category": "mood", "studio": "full"},
        {"canonical": "calm", "also": ["quiet"], "category": "mood", "studio": "full"},
        {"canonical": "bold", "also": ["graphic", "vivid"], "category": "mood", "studio": "full"},
        {"canonical": "festive", "also": ["christmas", "holiday season"], "category": "mood", "studio": "not", "note": "use a color block in festive colors instead"},
        {"canonical": "luxurious", "also": ["luxury", "luxe"], "category": "mood", "studio": "not", "note": "use a dark color block instead"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
