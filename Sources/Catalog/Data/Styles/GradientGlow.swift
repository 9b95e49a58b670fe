extension StyleRecords {
  /// A dark wall with light behind the product.
  static let gradientGlow = #"""
    {
      "id": "gradient-glow",
      "title": "Gradient glow",
      "summary": "A glow of one hue behind the product, mirrored in dark acrylic.",
      "lights": [
        {"name": "key", "azimuth": 0, "elevation": 62, "width": 1.8, "height": 1.8, "power": 0.8, "kelvin": 5600, "shape": "rect"},
        {"name": "fill", "azimuth": 0, "elevation": 15, "width": 1.5, "height": 1.5, "power": 0.35, "kelvin": 5600, "shape": "rect"},
        {"name": "rimL", "azimuth": -140, "elevation": 25, "width": 0.3, "height": 1.6, "power": 0.9, "kelvin": 6000, "shape": "rect"},
        {"name": "rimR", "azimuth": 140, "elevation": 25, "width": 0.3, "height": 1.6, "power": 0.9, "kelvin": 6000, "shape": "rect"}
      ],
      "ambient": 0.25,
      "palette": ["#241A4A", "#7A5BE0"],
      "surface": {"material": "acrylic", "color": "#241A4A", "roughness": 0.08},
      "backdrop": {"kind": "twoTone", "colors": ["#241A4A", "#7A5BE0"], "light": "glow", "horizon": 0.3},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 100, "fNumber": 16, "height": 0.3, "pitchDegrees": -4},
      "composition": {"placement": "centre", "fill": [0.55, 0.7], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "contact", "density": 0.3, "softness": 0.8, "reflection": 0.15},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "black": "The photo needs bright rims, or the product sinks into the dark.",
        "transparent": "Very good: the glow shines through.",
        "matte": "Only the halo sets it off."
      },
      "phrases": ["radial gradient backdrop in one hue", "twin rim lights trace both edges", "faint acrylic reflection"],
      "motion": "the halo grows by 10 % and settles, 5 s",
      "studioVerdict": "partly",
      "note": "Set, halo and reflection; rims on the product only if the photo has them.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
