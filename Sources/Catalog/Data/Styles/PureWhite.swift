extension StyleRecords {
  /// The packshot on pure white that marketplaces ask for.
  static let pureWhite = #"""
    {
      "id": "pure-white",
      "title": "Pure white",
      "summary": "Even light on seamless pure white, as marketplaces ask for the first picture.",
      "lights": [
        {"name": "key", "azimuth": -45, "elevation": 40, "width": 1.4, "height": 1.4, "power": 1.0, "kelvin": 5500, "shape": "rect"},
        {"name": "fill", "azimuth": 45, "elevation": 35, "width": 1.4, "height": 1.4, "power": 0.77, "kelvin": 5500, "shape": "rect"},
        {"name": "backdrop", "azimuth": 180, "elevation": 20, "width": 3, "height": 2, "power": 1.2, "kelvin": 5500, "shape": "rect"}
      ],
      "ambient": 0.25,
      "palette": ["#FFFFFF"],
      "surface": {"material": "paper", "color": "#FFFFFF", "roughness": 0.9},
      "backdrop": {"kind": "solid", "colors": ["#FFFFFF"]},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 90, "fNumber": 11, "height": 0.5, "pitchDegrees": -5},
      "composition": {"placement": "centre", "fill": [0.85, 0.92], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "contact", "density": 0.08, "softness": 0.9, "reflection": 0},
      "forbidsFor": {"channels": [], "roles": ["campaign", "lifestyle"]},
      "productRisk": {
        "white": "Add black edge cards at azimuth 95 and -95.",
        "transparent": "Add black edge cards and keep the transparency.",
        "gloss": "The soft boxes stay visible as shapes.",
        "black": "Lift the ambient light to 0.35."
      },
      "phrases": ["on seamless pure white (#FFFFFF)", "even soft studio light from both sides", "faint contact shadow"],
      "motion": "turntable, 6 s loop, from a spin set; else soft light breathing, 4 s",
      "studioVerdict": "full",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
