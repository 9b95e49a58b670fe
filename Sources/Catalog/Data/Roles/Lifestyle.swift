extension RoleRecords {
  /// The picture in use.
  static let lifestyle = #"""
    {
      "id": "lifestyle",
      "title": "Lifestyle",
      "question": "How does it look and fit in my life, and how big is it?",
      "summary": "The product in a place where it is used, in focus, with nothing in front of it.",
      "fill": [0.30, 0.50],
      "copySpace": {"share": [0.20, 0.35], "side": "right"},
      "camera": {"lensMillimetres": [35, 50], "height": 0.6, "pitchDegrees": [-15, 0]},
      "propsAtMost": 3,
      "people": "optional",
      "styles": ["soft-gray-studio", "color-block"],
      "defaultStyle": "soft-gray-studio",
      "ratio": "4:5",
      "channels": ["meta.feed.portrait"],
      "motion": "only the surroundings move, the product is still, 5 s",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
