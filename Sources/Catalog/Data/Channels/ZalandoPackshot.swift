extension ChannelRecords {
  /// The packshot of a Zalando article.
  static let zalandoPackshot = #"""
    {
      "id": "zalando.packshot",
      "title": "Zalando, packshot",
      "recommended": {"width": 1801, "height": 2600},
      "minimum": {"width": 762, "height": 1100},
      "ratio": "100:144",
      "background": "white",
      "formats": ["jpeg"],
      "maxBytes": 20000000,
      "forbids": [],
      "count": 1,
      "note": "Blurry enlargements are refused even at the right size; retouching is limited.",
      "origin": {"source": "Zalando partner pages", "sourceClass": "O", "asOf": "2026-11-23"}
    }
    """#
}
