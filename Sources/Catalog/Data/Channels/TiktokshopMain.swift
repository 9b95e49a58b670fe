extension ChannelRecords {
  /// The main picture of a TikTok Shop listing.
  static let tiktokshopMain = #"""
    {
      "id": "tiktokshop.main",
      "title": "TikTok Shop, main image",
      "recommended": {"width": 1000, "height": 1000},
      "minimum": {"width": 800, "height": 800},
      "ratio": "1:1",
      "background": "pureWhite",
      "fill": [0.80, 1.0],
      "formats": ["jpeg", "png"],
      "maxBytes": 5000000,
      "forbids": ["text", "logo", "watermark", "border", "blackAndWhite"],
      "count": 9,
      "picturesAdvised": 5,
      "note": "Sources name 600 or 800 px and 5 or 10 MB; the stricter ones stand here. Nine pictures in all.",
      "origin": {"source": "third-party seller guides", "sourceClass": "T", "asOf": "2026-11-23"}
    }
    """#
}
