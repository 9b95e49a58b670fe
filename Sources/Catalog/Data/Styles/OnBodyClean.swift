extension StyleRecords {
  /// Worn by a person.
  static let onBodyClean = #"""
    {
      "id": "on-body-clean",
      "title": "On body, clean",
      "summary": "Worn by one adult before a plain wall; needs a photo of the person.",
      "lights": [
        {"name": "key", "azimuth": -20, "elevation": 45, "width": 0.7, "height": 0.7, "power": 1, "kelvin": 5500, "shape": "disc"},
        {"name": "fill", "azimuth": 30, "elevation": 5, "width": 1.5, "height": 1.5, "power": 0.5, "kelvin": 5500, "shape": "rect"}
      ],
      "ambient": 0.15,
      "palette": ["#EDE8E1", "#D6CFC6"],
      "surface": {"material": "paper", "color": "#EDE8E1", "roughness": 0.9},
      "backdrop": {"kind": "sweep", "colors": ["#EDE8E1", "#D6CFC6"], "sweepRadius": 1},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 80, "fNumber": 5.6, "height": 0.5, "pitchDegrees": -1},
      "composition": {"placement": "centre", "fill": [0.25, 0.6], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "castAndContact", "density": 0.2, "softness": 0.8, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main"],
        "roles": []
      },
      "productRisk": {
        "fit": "Drape and fit would be invented; say that the picture is synthetic.",
        "jewellery": "Its size against the body must be right."
      },
      "phrases": ["worn by one adult model, height stated", "plain neutral wall", "product fully visible"],
      "motion": "half a turn and back, 5 s",
      "studioVerdict": "not",
      "note": "It needs a photo of a person, or a model for try-on.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
