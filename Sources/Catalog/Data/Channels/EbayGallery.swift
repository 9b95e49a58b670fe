extension ChannelRecords {
  /// The gallery picture of an eBay listing.
  static let ebayGallery = #"""
    {
      "id": "ebay.gallery",
      "title": "eBay, gallery",
      "recommended": {"width": 1600, "height": 1600},
      "minimum": {"longerSide": 500},
      "maximum": {"longerSide": 9000},
      "background": "any",
      "formats": ["jpeg", "png", "tiff", "bmp", "gif"],
      "maxBytes": 12000000,
      "forbids": ["text", "watermark", "border", "promotion", "drawing"],
      "note": "JPEG quality of 90 or more is advised; used goods need their own photo.",
      "origin": {"source": "https://www.ebay.com/help/selling/listings/adding-pictures-listings?id=4370", "sourceClass": "O", "asOf": "2026-11-23"}
    }
    """#
}
