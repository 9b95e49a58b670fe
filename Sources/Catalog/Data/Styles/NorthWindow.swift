extension StyleRecords {
  /// Daylight from one side on oak and plaster.
  static let northWindow = #"""
    {
      "id": "north-window",
      "title": "North window",
      "summary": "Soft window light from the left on an oak board before a plaster wall.",
      "lights": [
        {"name": "key", "azimuth": -75, "elevation": 32, "width": 1.6, "height": 2.2, "power": 1, "kelvin": 6200, "shape": "rect"},
        {"name": "fill", "azimuth": 90, "elevation": 12, "width": 1.6, "height": 1.6, "power": 0.33, "kelvin": 5000, "shape": "rect"}
      ],
      "ambient": 0.16,
      "palette": ["#C9A378", "#E6DCCB"],
      "surface": {"material": "oak", "color": "#C9A378", "roughness": 0.6},
      "backdrop": {"kind": "twoTone", "colors": ["#C9A378", "#E6DCCB"], "material": "plaster", "horizon": 0.4},
      "props": {"allowed": ["bowl", "plinth"], "atMost": 2},
      "camera": {"lensMillimetres": 50, "fNumber": 11, "height": 0.6, "pitchDegrees": -10},
      "composition": {"placement": "right", "fill": [0.4, 0.55], "copySpace": {"side": "left", "share": 0.3}},
      "ground": {"shadow": "castAndContact", "density": 0.35, "softness": 0.6, "reflection": 0.02},
      "forbidsFor": {
        "channels": ["amazon.main", "walmart.main", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "white": "The warm set tints what it surrounds.",
        "metal": "Cool metal shows the warm set's tint."
      },
      "phrases": ["soft north window light from camera left", "white bounce at the right", "on oak before a plaster wall"],
      "motion": "the window's shadow drifts slowly, 6 s",
      "studioVerdict": "partly",
      "note": "Oak, linen, plaster and a window's shadow; no plants or food. The photo's light should come from the same side.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
