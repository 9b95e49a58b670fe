extension StyleRecords {
  /// The light grey sweep of a shop's own pages.
  static let softGrayStudio = #"""
    {
      "id": "soft-gray-studio",
      "title": "Soft gray studio",
      "summary": "One large soft light on a light gray sweep, with a soft shadow that grounds the product.",
      "lights": [
        {"name": "key", "azimuth": -45, "elevation": 45, "width": 1.6, "height": 1.6, "power": 1.0, "kelvin": 5400, "shape": "octa"},
        {"name": "fill", "azimuth": 60, "elevation": 20, "width": 1.5, "height": 1.5, "power": 0.5, "kelvin": 5400, "shape": "rect"},
        {"name": "rim", "azimuth": 150, "elevation": 50, "width": 0.4, "height": 1.4, "power": 0.35, "kelvin": 5600, "shape": "rect"}
      ],
      "ambient": 0.18,
      "palette": ["#F2F2F0", "#E6E6E3", "#D8D8D6"],
      "surface": {"material": "paper", "color": "#F2F2F0", "roughness": 0.9},
      "backdrop": {"kind": "sweep", "colors": ["#F2F2F0", "#D8D8D6"], "sweepRadius": 0.8},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 85, "fNumber": 16, "height": 0.55, "pitchDegrees": -6},
      "composition": {"placement": "centre", "fill": [0.70, 0.80], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "castAndContact", "density": 0.22, "softness": 0.7, "reflection": 0.03},
      "forbidsFor": {"channels": ["amazon.main", "walmart.main", "tiktokshop.main"], "roles": []},
      "productRisk": {
        "white": "The preferred style for white goods.",
        "transparent": "The backdrop's gradient shows through, which helps.",
        "black": "Raise the rim light to 0.6."
      },
      "phrases": ["on a light gray sweep", "one large octabox from camera left", "soft gradient, soft grounded shadow"],
      "motion": "slow push-in of 4 %, 5 s",
      "studioVerdict": "full",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
