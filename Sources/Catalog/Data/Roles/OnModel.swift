extension RoleRecords {
  /// The picture on a body.
  static let onModel = #"""
    {
      "id": "on-model",
      "title": "On model",
      "question": "How does it sit on a body, and how large is it against one?",
      "summary": "The product worn or carried by one adult, cropped as the category asks.",
      "fill": [0.25, 0.60],
      "copySpace": {"share": [0, 0.25], "side": "none"},
      "camera": {"lensMillimetres": [70, 85], "height": 0.5, "pitchDegrees": [0, 0]},
      "propsAtMost": 0,
      "people": "required",
      "styles": ["soft-gray-studio"],
      "defaultStyle": "soft-gray-studio",
      "ratio": "4:5",
      "channels": ["meta.feed.portrait"],
      "motion": "half a turn and back, 5 s",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
