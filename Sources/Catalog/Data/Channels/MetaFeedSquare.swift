extension ChannelRecords {
  /// A square picture in a Meta feed.
  static let metaFeedSquare = #"""
    {
      "id": "meta.feed.square",
      "title": "Meta feed, square",
      "recommended": {"width": 1440, "height": 1440},
      "minimum": {"width": 1080, "height": 1080},
      "ratio": "1:1",
      "background": "any",
      "formats": ["jpeg", "png"],
      "maxBytes": 30000000,
      "forbids": [],
      "note": "The ratio may differ by 3 %; text below 20 % of the area is advised.",
      "origin": {"source": "third-party advertising guides", "sourceClass": "T", "asOf": "2026-11-23"}
    }
    """#
}
