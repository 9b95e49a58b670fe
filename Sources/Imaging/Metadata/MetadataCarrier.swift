/// A picture file as its parts, of which one may be an XMP packet. Pixels are stepped over, never read.
///
/// Reading stops at the first part that makes no sense, so hostile bytes give fewer parts and nothing worse.
protocol MetadataCarrier {
  init(_ bytes: [UInt8])

  /// The first XMP packet, or nil.
  var packet: ArraySlice<UInt8>? { get }

  /// Whether a part holds content credentials, as far as the parts could be read.
  var hasCredentials: Bool { get }

  /// The file with this XMP packet in place of any other; all other parts keep their bytes.
  ///
  /// - Throws: `damaged` when the file ends early; `tooManyBytes` when its lengths cannot say the new size.
  func carrying(_ packet: [UInt8]) throws(ImagingError) -> [UInt8]
}

extension [UInt8] {
  /// The bytes without some ranges, which are in order, and with new ones before the byte at `place`, which is in none.
  func replacing(_ dropped: [Range<Int>], with new: [UInt8], at place: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + new.count)
    var copied = 0
    for cut in dropped + [count..<count] {
      if copied...cut.lowerBound ~= place {
        result += self[copied..<place]
        result += new
        copied = place
      }
      result += self[copied..<cut.lowerBound]
      copied = cut.upperBound
    }
    return result
  }
}
