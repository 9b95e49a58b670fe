extension StyleRecords {
  /// The two-tone paper set.
  static let colorBlock = #"""
    {
      "id": "color-block",
      "title": "Color block",
      "summary": "Two flat paper colors, a hard line between them and a crisp graphic shadow.",
      "lights": [
        {"name": "key", "azimuth": -25, "elevation": 35, "width": 0.25, "height": 0.25, "power": 1.0, "kelvin": 5600, "shape": "rect"},
        {"name": "fill", "azimuth": 25, "elevation": 30, "width": 2, "height": 2, "power": 0.6, "kelvin": 5600, "shape": "rect"}
      ],
      "ambient": 0.30,
      "palette": ["#F4B860", "#2F5D62"],
      "surface": {"material": "paper", "color": "#F4B860", "roughness": 0.9},
      "backdrop": {"kind": "twoTone", "colors": ["#F4B860", "#2F5D62"], "horizon": 0.38},
      "props": {"allowed": ["plinth", "disc", "cube"], "atMost": 2},
      "camera": {"lensMillimetres": 70, "fNumber": 16, "height": 0.45, "pitchDegrees": -3},
      "composition": {"placement": "right", "fill": [0.45, 0.60], "copySpace": {"side": "left", "share": 0.40}},
      "ground": {"shadow": "cast", "density": 0.45, "softness": 0.15, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "hue near backdrop": "Choose hues at least 30 degrees from the product's.",
        "transparent": "The backdrop's color shows through.",
        "gloss": "The set's colors would be seen in the product, which a cut-out cannot show."
      },
      "phrases": ["two-tone paper set", "crisp graphic shadow", "geometric composition, empty left third"],
      "motion": "a backdrop panel slides in, 3 s, the product still",
      "studioVerdict": "full",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
