extension StyleRecords {
  /// Low sun outdoors.
  static let goldenHourOutdoor = #"""
    {
      "id": "golden-hour-outdoor",
      "title": "Golden hour outdoors",
      "summary": "Low sun behind the product in a real landscape; needs a photo of the place.",
      "lights": [
        {"name": "key", "azimuth": 150, "elevation": 12, "width": 0.06, "height": 0.06, "power": 1, "kelvin": 3500, "shape": "rect"},
        {"name": "fill", "azimuth": 0, "elevation": 14, "width": 1.4, "height": 1.4, "power": 0.3, "kelvin": 4200, "shape": "rect"}
      ],
      "ambient": 0.45,
      "palette": ["#C77B3B", "#F2B263"],
      "surface": {"material": "sand", "color": "#C77B3B", "roughness": 1},
      "backdrop": {"kind": "twoTone", "colors": ["#C77B3B", "#F2B263"], "horizon": 0.45},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 85, "fNumber": 2.8, "height": 0.4, "pitchDegrees": -3},
      "composition": {"placement": "centre", "fill": [0.3, 0.5], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "cast", "density": 0.35, "softness": 0.1, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "color": "Warm light moves it.",
        "white": "It turns amber."
      },
      "phrases": ["low sun behind the product at golden hour", "background softly out of focus", "warm rim, neutral fill on the label"],
      "motion": "the grass moves, the product still, 5 s",
      "studioVerdict": "not",
      "note": "It needs a photo of the place, or a model that makes landscapes.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
