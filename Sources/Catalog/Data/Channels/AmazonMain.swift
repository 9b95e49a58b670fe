extension ChannelRecords {
  /// The first picture of an Amazon listing.
  static let amazonMain = #"""
    {
      "id": "amazon.main",
      "title": "Amazon, main image",
      "recommended": {"width": 2000, "height": 2000},
      "minimum": {"longerSide": 500},
      "maximum": {"longerSide": 10000},
      "zoomFrom": 1000,
      "background": "pureWhite",
      "fill": [0.85, 1.0],
      "formats": ["jpeg", "png", "tiff", "gif"],
      "maxBytes": 10000000,
      "alpha": false,
      "forbids": ["text", "logo", "watermark", "border", "colorBlock", "inset", "badge", "props", "mannequin", "drawing", "collage", "people"],
      "count": 1,
      "note": "1600 px or more on the longer side are advised. Apparel has its own rules.",
      "origin": {"source": "third-party seller guides", "sourceClass": "T", "asOf": "2026-11-23"}
    }
    """#
}
