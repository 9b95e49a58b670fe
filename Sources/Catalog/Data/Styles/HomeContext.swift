extension StyleRecords {
  /// In somebody's home.
  static let homeContext = #"""
    {
      "id": "home-context",
      "title": "Home context",
      "summary": "On a counter, shelf or desk in a room; needs a photo of the room.",
      "lights": [
        {"name": "key", "azimuth": -70, "elevation": 30, "width": 1.5, "height": 2, "power": 1, "kelvin": 5600, "shape": "rect"},
        {"name": "fill", "azimuth": 60, "elevation": 50, "width": 0.3, "height": 0.3, "power": 0.25, "kelvin": 2900, "shape": "rect"}
      ],
      "ambient": 0.3,
      "palette": ["#C9C2B5", "#E9E4DA"],
      "surface": {"material": "oak", "color": "#C9A378", "roughness": 0.6},
      "backdrop": {"kind": "twoTone", "colors": ["#C9A378", "#E9E4DA"], "horizon": 0.42},
      "props": {"allowed": ["cup", "book"], "atMost": 3},
      "camera": {"lensMillimetres": 40, "fNumber": 5.6, "height": 0.9, "pitchDegrees": -8},
      "composition": {"placement": "centre", "fill": [0.35, 0.5], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "castAndContact", "density": 0.25, "softness": 0.6, "reflection": 0.05},
      "forbidsFor": {
        "channels": ["amazon.main", "walmart.main", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "scale": "A wrong size misleads.",
        "gloss": "The room is missing in reflections."
      },
      "phrases": ["on a kitchen counter beside a coffee cup for scale", "daylight from the left, one warm lamp"],
      "motion": "the curtain's light changes, 5 s",
      "studioVerdict": "not",
      "note": "It needs a photo of the room, or a model that makes rooms.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
