extension StyleRecords {
  /// A close crop of the material.
  static let macroMaterial = #"""
    {
      "id": "macro-material",
      "isCloseUp": true,
      "title": "Macro material",
      "summary": "The photo's own pixels, close: what the product is made of.",
      "lights": [
        {"name": "key", "azimuth": -80, "elevation": 20, "width": 0.3, "height": 1, "power": 1, "kelvin": 5500, "shape": "rect"},
        {"name": "fill", "azimuth": 70, "elevation": 20, "width": 1, "height": 1, "power": 0.2, "kelvin": 5500, "shape": "rect"}
      ],
      "ambient": 0.1,
      "palette": ["#DCDAD6", "#C9C6C1"],
      "surface": {"material": "paper", "color": "#DCDAD6", "roughness": 0.9},
      "backdrop": {"kind": "sweep", "colors": ["#DCDAD6", "#C9C6C1"], "sweepRadius": 1},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 100, "fNumber": 11, "height": 0.5, "pitchDegrees": -15},
      "composition": {"placement": "centre", "fill": [0.9, 1], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "contact", "density": 0.2, "softness": 0.6, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": ["campaign"]
      },
      "productRisk": {
        "few pixels": "Too small a photo is refused instead of inventing detail.",
        "print": "Fine patterns may interfere with the pixels."
      },
      "phrases": ["macro of the material under raking light", "true color"],
      "motion": "a slider of 3 cm across the texture, 4 s",
      "studioVerdict": "partly",
      "note": "A crop of the photo; no invented texture.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
