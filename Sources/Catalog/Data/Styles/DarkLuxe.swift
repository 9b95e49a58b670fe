extension StyleRecords {
  /// Black acrylic and narrow lights.
  static let darkLuxe = #"""
    {
      "id": "dark-luxe",
      "title": "Dark luxe",
      "summary": "Black gloss, a dim wall that falls off to the corners, and a clear mirror image.",
      "lights": [
        {"name": "key", "azimuth": -70, "elevation": 42, "width": 0.5, "height": 1.8, "power": 1, "kelvin": 5200, "shape": "rect"},
        {"name": "strip", "azimuth": 110, "elevation": 25, "width": 0.2, "height": 1.8, "power": 0.45, "kelvin": 4800, "shape": "rect"},
        {"name": "top", "azimuth": 0, "elevation": 80, "width": 0.8, "height": 0.3, "power": 0.25, "kelvin": 5000, "shape": "rect"}
      ],
      "ambient": 0.12,
      "palette": ["#141316", "#3A332D"],
      "surface": {"material": "acrylic", "color": "#141316", "roughness": 0.06},
      "backdrop": {"kind": "twoTone", "colors": ["#141316", "#3A332D"], "light": "vignette", "horizon": 0.3},
      "props": {"allowed": ["plinth"], "atMost": 1},
      "camera": {"lensMillimetres": 100, "fNumber": 18, "height": 0.35, "pitchDegrees": -4},
      "composition": {"placement": "centre", "fill": [0.5, 0.65], "copySpace": {"side": "left", "share": 0.4}},
      "ground": {"shadow": "contact", "density": 0.6, "softness": 0.5, "reflection": 0.2},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "black": "Avoid it without a rim of light in the photo.",
        "white": "A photo taken on white may keep a bright edge.",
        "gloss": "White soft boxes in the photo tell where it was taken."
      },
      "phrases": ["on black gloss acrylic", "narrow strip light traces the left edge", "deep shadow", "soft mirror reflection"],
      "motion": "one sweep of light from left to right, 5 s, the product still",
      "studioVerdict": "partly",
      "note": "Set and reflection; the photo should be low-key or lit from its rims.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
