extension VocabularyRecords {
  /// Where a product can stand in the frame.
  static let compositions = #"""
    {
      "id": "compositions",
      "title": "Composition",
      "words": [
        {"canonical": "centred", "also": ["centered", "in the centre", "in the center"], "category": "composition", "studio": "full"},
        {"canonical": "product on the left", "also": ["on the left", "left third"], "category": "composition", "studio": "full"},
        {"canonical": "product on the right", "also": ["on the right", "right third"], "category": "composition", "studio": "full"},
        {"canonical": "copy space", "also": ["room for copy", "negative space", "space for text", "free space"], "category": "composition", "studio": "full"},
        {"canonical": "copy space on the left", "also": ["room for copy on the left", "negative space on the left", "copy space left", "empty left third"], "category": "composition", "studio": "full"},
        {"canonical": "copy space on the right", "also": ["room for copy on the right", "negative space on the right", "copy space right", "empty right third"], "category": "composition", "studio": "full"},
        {"canonical": "left", "also": [], "category": "composition", "studio": "full"},
        {"canonical": "right", "also": [], "category": "composition", "studio": "full"},
        {"canonical": "geometric composition", "also": ["geometric"], "category": "composition", "studio": "full"},
        {"canonical": "diagonal", "also": ["diagonal composition"], "category": "composition", "studio": "not"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
