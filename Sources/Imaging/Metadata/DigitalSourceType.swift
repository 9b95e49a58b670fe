/// How a picture came to be, in the words that the press, shops and search engines share.
///
/// Source: IPTC NewsCodes, scheme `digitalsourcetype`; each case has the name of its concept.
public enum DigitalSourceType: String, Sendable, CaseIterable {
  /// A camera took it, from a real scene.
  case digitalCapture
  /// A photo that a program without generative parts made better, as by removing noise or its backdrop.
  case algorithmicallyEnhanced
  /// Put together of several photos, and of nothing else.
  case compositeCapture
  /// Put together of parts of which at least one was made by a computer, but none by a trained model.
  case compositeSynthetic
  /// Put together of parts of which at least one was made by a trained generative model.
  case compositeWithTrainedAlgorithmicMedia
  /// Made wholly by a trained generative model.
  case trainedAlgorithmicMedia
  /// Made wholly by a program that learned from no pictures, like a renderer.
  case algorithmicMedia
  /// A person changed it with tools that are not generative.
  case humanEdits

  /// The concept's address, which stands in files.
  public var uri: String { Self.scheme + rawValue }

  static let scheme = "http://cv.iptc.org/newscodes/digitalsourcetype/"
}

extension DigitalSourceType {
  /// The concept that an address names, or nil; some programs write `https`.
  init?(uri: some StringProtocol) {
    let address = uri.hasPrefix("https:") ? "http:" + uri.dropFirst(6) : String(uri)
    guard address.hasPrefix(Self.scheme) else { return nil }
    self.init(rawValue: String(address.dropFirst(Self.scheme.count)))
  }
}
