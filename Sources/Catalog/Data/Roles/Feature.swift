extension RoleRecords {
  /// The picture that explains.
  static let feature = #"""
    {
      "id": "feature",
      "title": "Feature",
      "question": "What does it do, what is included, and why is it better?",
      "summary": "Room for call-outs around the product, or a grid of what is in the box.",
      "fill": [0.45, 0.65],
      "copySpace": {"share": [0.35, 0.50], "side": "left"},
      "camera": {"lensMillimetres": [100, 100], "height": 0.6, "pitchDegrees": [-5, -5]},
      "propsAtMost": 2,
      "people": "hands",
      "styles": ["color-block", "soft-gray-studio"],
      "defaultStyle": "color-block",
      "ratio": "1:1",
      "channels": ["shopify.product"],
      "motion": "call-outs appear one by one over a still product, 6 s",
      "origin": {"source": "product decision", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
