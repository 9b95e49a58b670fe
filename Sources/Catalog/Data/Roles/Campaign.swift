extension RoleRecords {
  /// The picture that advertises.
  static let campaign = #"""
    {
      "id": "campaign",
      "title": "Campaign",
      "question": "Why should I want it now?",
      "summary": "Strong free space around the product, safe for several crops.",
      "fill": [0.40, 0.60],
      "copySpace": {"share": [0.35, 0.50], "side": "left"},
      "camera": {"lensMillimetres": [50, 85], "height": 0.4, "pitchDegrees": [0, 5]},
      "propsAtMost": 5,
      "people": "optional",
      "styles": ["color-block", "soft-gray-studio"],
      "defaultStyle": "color-block",
      "ratio": "1:1",
      "channels": ["meta.feed.square", "meta.feed.portrait"],
      "motion": "one light sweep or one slow push-in, 5 s, the last frame is the still",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
