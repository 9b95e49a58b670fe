extension ChannelRecords {
  /// A product picture in a Shopify store.
  static let shopifyProduct = #"""
    {
      "id": "shopify.product",
      "title": "Shopify, product",
      "recommended": {"width": 2048, "height": 2048},
      "maximum": {"width": 5000, "height": 5000},
      "ratio": "1:1",
      "background": "any",
      "formats": ["png", "jpeg", "webp", "heic", "gif", "tiff", "bmp"],
      "maxBytes": 20000000,
      "alpha": true,
      "forbids": [],
      "count": 250,
      "note": "Up to 25 megapixels; aim at 300 KB. Older pages say 4472 px.",
      "origin": {"source": "third-party store guides", "sourceClass": "T", "asOf": "2026-11-23"}
    }
    """#
}
