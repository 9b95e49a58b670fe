extension StyleRecords {
  /// A plain plate with room for call-outs.
  static let explodedFeature = #"""
    {
      "id": "exploded-feature",
      "title": "Exploded feature",
      "summary": "An even pale plate with empty margins for call-outs.",
      "lights": [
        {"name": "key", "azimuth": -60, "elevation": 38, "width": 1.4, "height": 1.4, "power": 1, "kelvin": 5500, "shape": "rect"},
        {"name": "fill", "azimuth": 60, "elevation": 34, "width": 1.4, "height": 1.4, "power": 0.8, "kelvin": 5500, "shape": "rect"},
        {"name": "top", "azimuth": 0, "elevation": 70, "width": 2, "height": 2, "power": 0.8, "kelvin": 5500, "shape": "rect"}
      ],
      "ambient": 0.3,
      "palette": ["#F4F5F6", "#ECEEF0"],
      "surface": {"material": "paper", "color": "#F4F5F6", "roughness": 0.9},
      "backdrop": {"kind": "sweep", "colors": ["#F4F5F6", "#E4E7EA"], "sweepRadius": 1.2},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 100, "fNumber": 16, "height": 0.6, "pitchDegrees": -5},
      "composition": {"placement": "centre", "fill": [0.45, 0.6], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "contact", "density": 0.15, "softness": 0.8, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "inside": "Inner parts only from photos of the parts; nothing is invented.",
        "claims": "What a call-out claims needs evidence."
      },
      "phrases": ["technical view on a plain pale plate", "even light, empty margins for call-outs", "no lettering"],
      "motion": "call-outs appear one after the other, 6 s",
      "studioVerdict": "partly",
      "note": "Plate and shadow; parts only when each was photographed.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
