extension VocabularyRecords {
  /// How a set can be seen.
  static let cameras = #"""
    {
      "id": "cameras",
      "title": "Camera",
      "words": [
        {"canonical": "eye level", "also": ["level camera", "straight on", "front view", "from the front"], "category": "camera", "studio": "full"},
        {"canonical": "low angle", "also": ["from below"], "category": "camera", "studio": "full"},
        {"canonical": "high angle", "also": ["from above", "slightly above"], "category": "camera", "studio": "full"},
        {"canonical": "long lens", "also": ["telephoto"], "category": "camera", "studio": "full"},
        {"canonical": "wide lens", "also": [], "category": "camera", "studio": "partly", "note": "down to 35 mm; wider would bend the product"},
        {"canonical": "top down", "also": ["flat lay", "overhead view", "bird's eye view"], "category": "camera", "studio": "not", "note": "it needs a photo of the product from above"},
        {"canonical": "shallow depth of field", "also": ["blurred background", "out of focus background"], "category": "camera", "studio": "full"},
        {"canonical": "deep focus", "also": ["sharp background", "everything in focus"], "category": "camera", "studio": "full"},
        {"canonical": "macro", "also": ["close up", "close-up", "extreme close-up"], "category": "camera", "studio": "not", "note": "it needs a close photo of the product"},
        {"canonical": "fisheye", "also": ["ultra wide"], "category": "camera", "studio": "not", "note": "it would bend the product"},
        {"canonical": "tilt shift", "also": ["tilt-shift"], "category": "camera", "studio": "not", "note": "it would blur the product"}
      ],
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
