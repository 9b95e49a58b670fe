extension ChannelRecords {
  /// The main picture of a Google Merchant product.
  static let googleMerchantMain = #"""
    {
      "id": "google.merchant.main",
      "title": "Google Merchant, main image",
      "recommended": {"width": 1500, "height": 1500},
      "minimum": {"width": 100, "height": 100},
      "ratio": "1:1",
      "background": "whiteOrTransparent",
      "fill": [0.75, 0.90],
      "formats": ["jpeg", "webp", "png", "gif", "bmp", "tiff"],
      "maxBytes": 16000000,
      "alpha": true,
      "forbids": ["watermark", "border", "promotion"],
      "count": 1,
      "note": "500 x 500 px at least from 2027-01-31, apparel 250 x 250 until then; up to 64 megapixels; generated pictures keep their IPTC DigitalSourceType.",
      "origin": {"source": "https://support.google.com/merchants/answer/6324350", "sourceClass": "O", "asOf": "2026-11-23"}
    }
    """#
}
