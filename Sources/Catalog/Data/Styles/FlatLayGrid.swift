extension StyleRecords {
  /// Seen from above.
  static let flatLayGrid = #"""
    {
      "id": "flat-lay-grid",
      "title": "Flat lay grid",
      "summary": "Warm white paper from above, in light from everywhere.",
      "lights": [
        {"name": "key", "azimuth": -40, "elevation": 48, "width": 1.1, "height": 1.1, "power": 1, "kelvin": 5500, "shape": "rect"},
        {"name": "fill", "azimuth": 60, "elevation": 60, "width": 2.6, "height": 2.6, "power": 0.3, "kelvin": 5500, "shape": "rect"}
      ],
      "ambient": 0.3,
      "palette": ["#F6F3EE", "#EFEAE2"],
      "surface": {"material": "linen", "color": "#F1ECE3", "roughness": 0.9},
      "backdrop": {"kind": "sweep", "colors": ["#F1ECE3", "#EAE4DA"], "sweepRadius": 1},
      "props": {"allowed": [], "atMost": 0},
      "camera": {"lensMillimetres": 50, "fNumber": 8, "height": 3, "pitchDegrees": -90},
      "composition": {"placement": "centre", "fill": [0.6, 0.75], "copySpace": {"side": "none", "share": 0}},
      "ground": {"shadow": "contact", "density": 0.12, "softness": 0.9, "reflection": 0},
      "forbidsFor": {
        "channels": ["amazon.main", "walmart.main", "tiktokshop.main", "zalando.packshot"],
        "roles": []
      },
      "productRisk": {
        "side view": "A photo from the front looks wrong from above; take one straight down.",
        "thin": "Fine parts need a careful cut-out."
      },
      "phrases": ["top-down flat lay on warm white linen", "equal spacing, all box contents"],
      "motion": "the items drop in one after the other, 4 s",
      "studioVerdict": "full",
      "note": "With a photo from straight above.",
      "origin": {"source": "studio practice", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
