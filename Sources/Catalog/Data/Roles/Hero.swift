extension RoleRecords {
  /// The first picture.
  static let hero = #"""
    {
      "id": "hero",
      "title": "Hero",
      "question": "What is it, exactly, and is it the one I looked for?",
      "summary": "The whole product inside the frame, front or three-quarter.",
      "fill": [0.75, 0.92],
      "copySpace": {"share": [0, 0.3], "side": "none"},
      "camera": {"lensMillimetres": [85, 85], "height": 0.5, "pitchDegrees": [-5, -5]},
      "propsAtMost": 1,
      "people": "none",
      "styles": ["pure-white", "soft-gray-studio"],
      "defaultStyle": "pure-white",
      "ratio": "1:1",
      "channels": ["amazon.main", "google.merchant.main", "walmart.main", "tiktokshop.main", "zalando.packshot", "ebay.gallery", "shopify.product"],
      "motion": "turntable, 6 s loop, static camera",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
