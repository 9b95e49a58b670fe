extension ChannelRecords {
  /// An upright picture in a Meta feed.
  static let metaFeedPortrait = #"""
    {
      "id": "meta.feed.portrait",
      "title": "Meta feed, portrait",
      "recommended": {"width": 1440, "height": 1800},
      "minimum": {"width": 1080, "height": 1350},
      "ratio": "4:5",
      "background": "any",
      "formats": ["jpeg", "png"],
      "maxBytes": 30000000,
      "forbids": [],
      "note": "The ratio may differ by 3 %; text below 20 % of the area is advised.",
      "origin": {"source": "third-party advertising guides", "sourceClass": "T", "asOf": "2026-11-23"}
    }
    """#
}
