extension StyleRecords {
  /// Sun with the shadow of leaves.
  static let hardSun = #"""
    {
      "id": "hard-sun",
      "title": "Hard sun",
      "summary": "Low hard sun from the right on pale stone, with the shadow of leaves on a painted wall.",
      "lights": [
        {"name": "key", "azimuth": 52, "elevation": 36, "width": 0.06, "height": 0.06, "power": 1, "kelvin": 5500, "shape": "rect"},
        {"name": "fill", "azimuth": -40, "elevation": 60, "width": 2.6, "height": 2.6, "power": 0.16, "kelvin": 7500, "shape": "rect"}
      ],
      "ambient": 0.22,
      "palette": ["#E5D8C6", "#F2B9A5"],
      "surface": {"material": "terrazzo", "color": "#E5D8C6", "roughness": 0.5},
      "backdrop": {"kind": "twoTone", "colors": ["#E5D8C6", "#F2B9A5"], "material": "plaster", "horizon": 0.34},
      "gobo": "palm",
      "props": {"allowed": ["plinth"], "atMost": 1},
      "camera": {"lensMillimetres": 50, "fNumber": 16, "height": 0.5, "pitchDegrees": -8},
      "composition": {"placement": "right", "fill": [0.4, 0.55], "copySpace": {"side": "left", "share": 0.3}},
      "ground": {"shadow": "cast", "density": 0.6, "softness": 0.03, "reflection": 0.02},
      "forbidsFor": {
        "channels": ["amazon.main", "google.merchant.main", "walmart.main", "ebay.gallery", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "metal": "Avoid mirrors: they would show another light.",
        "transparent": "Real glass throws patterns of light, which are missing.",
        "soft light": "A photo in soft light looks pasted in."
      },
      "phrases": ["direct sun at 40 degrees from camera right", "crisp leaf shadow on the wall", "pale stone surface"],
      "motion": "the leaf shadow sways, 5 s",
      "studioVerdict": "partly",
      "note": "Sun, stone, tile and leaf shadows; no fruit or water. The product should be lit hard from the right.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
