extension ChannelRecords {
  /// The first picture of a Walmart listing.
  static let walmartMain = #"""
    {
      "id": "walmart.main",
      "title": "Walmart, main image",
      "recommended": {"width": 2200, "height": 2200},
      "zoomFrom": 1500,
      "ratio": "1:1",
      "background": "pureWhite",
      "formats": ["jpeg", "png", "bmp"],
      "maxBytes": 5000000,
      "forbids": ["text", "watermark"],
      "count": 1,
      "picturesAdvised": 4,
      "note": "Tight crop; RGB, 8 bit; four or more pictures in all are advised.",
      "origin": {"source": "Walmart Marketplace Learn", "sourceClass": "O", "asOf": "2026-11-23"}
    }
    """#
}
