extension StyleRecords {
  /// Warm lights out of focus.
  static let festiveCampaign = #"""
    {
      "id": "festive-campaign",
      "title": "Festive campaign",
      "summary": "Walnut before a deep red dusk with warm lights out of focus.",
      "lights": [
        {"name": "key", "azimuth": -40, "elevation": 42, "width": 1, "height": 1, "power": 1, "kelvin": 5000, "shape": "rect"},
        {"name": "fill", "azimuth": 55, "elevation": 25, "width": 1.4, "height": 1.4, "power": 0.3, "kelvin": 3600, "shape": "rect"},
        {"name": "rim", "azimuth": 150, "elevation": 35, "width": 0.3, "height": 1, "power": 0.4, "kelvin": 3200, "shape": "rect"}
      ],
      "ambient": 0.16,
      "palette": ["#6E4D37", "#7A1E22"],
      "surface": {"material": "walnut", "color": "#6E4D37", "roughness": 0.5},
      "backdrop": {"kind": "twoTone", "colors": ["#6E4D37", "#5A191D"], "light": "bokeh", "horizon": 0.32},
      "props": {"allowed": ["plinth", "sphere"], "atMost": 2},
      "camera": {"lensMillimetres": 85, "fNumber": 8, "height": 0.5, "pitchDegrees": -5},
      "composition": {"placement": "right", "fill": [0.45, 0.6], "copySpace": {"side": "left", "share": 0.35}},
      "ground": {"shadow": "castAndContact", "density": 0.35, "softness": 0.5, "reflection": 0.05},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "warm": "Warm light tints the set; the product keeps its own color.",
        "season": "Check the date: it looks out of season fast."
      },
      "phrases": ["warm out-of-focus lights behind", "neutral key keeps the label color true", "on dark wood"],
      "motion": "the lights twinkle, a slow push-in of 3 %, 5 s",
      "studioVerdict": "partly",
      "note": "Lights out of focus, wood and velvet; no branches, food or people.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
