public import Platform

/// The name of a stored file: the SHA-256 of its bytes, as 64 lower-case hexadecimal digits.
public struct AssetID: Hashable, Sendable, Codable, Comparable {
  /// The 64 digits.
  public let hex: String

  /// Nil unless `hex` is 64 lower-case hexadecimal digits.
  public init?(_ hex: String) {
    guard Digest(hex: hex) != nil else { return nil }
    self.hex = hex
  }

  /// The name of the file with this digest.
  public init(_ digest: Digest) { hex = digest.hex }

  /// Reads one string. Throws: `dataCorrupted` unless it is 64 lower-case hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = AssetID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the name of an asset")
    }
    self = id
  }

  /// Writes one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }

  /// Alphabetical order, so that lists of assets have one order.
  public static func < (left: AssetID, right: AssetID) -> Bool { left.hex < right.hex }
}
