extension RoleRecords {
  /// The close-up.
  static let detail = #"""
    {
      "id": "detail",
      "title": "Detail",
      "question": "What is it made of, and how well is it made?",
      "summary": "One feature a picture: a seam, a closure, a texture, a port or the label.",
      "fill": [0.6, 1.0], "isCloseUp": true,
      "copySpace": {"share": [0, 0.2], "side": "none"},
      "camera": {"lensMillimetres": [100, 100], "height": 0.5, "pitchDegrees": [-30, -10]},
      "propsAtMost": 0,
      "people": "fingertips",
      "styles": ["soft-gray-studio"],
      "defaultStyle": "soft-gray-studio",
      "ratio": "1:1",
      "channels": ["shopify.product"],
      "motion": "slider of 3 cm across the texture, 4 s",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
