import CCrypto
import Glibc

/// A SHA-256 digest: the name of everything that krafd stores by content.
public struct Digest: Hashable, Sendable {
  /// The 32 bytes, most significant first.
  public let bytes: [UInt8]

  /// The 64 lower-case hexadecimal digits of `bytes`.
  public var hex: String {
    String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads what `hex` writes; nil unless it is 64 lower-case hexadecimal digits.
  public init?(hex: String) {
    let values = hex.utf8.map { Self.digits.firstIndex(of: $0) }
    guard values.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = values[index], let low = values[index + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    self.bytes = bytes
  }

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension Digest {
  /// The digest of `bytes`.
  public static func sha256(of bytes: some Sequence<UInt8>) -> Digest {
    var stream = DigestStream()
    stream.append(bytes)
    return stream.finish()
  }

  /// The digest of a plain file, read in pieces of 1 MiB.
  ///
  /// Throws: as `FileReader.bytes`, `tooLarge` as soon as more than `maxBytes` were read.
  public static func sha256(ofFile path: String, maxBytes: Int) throws(PlatformError) -> Digest {
    var stream = DigestStream()
    try FileReader.pieces(of: path, maxBytes: maxBytes) { stream.append($0) }
    return stream.finish()
  }
}

/// A SHA-256 digest in the making, for bytes that arrive in pieces.
public struct DigestStream: ~Copyable {
  private let context: OpaquePointer

  /// An empty stream, whose digest is that of no bytes.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto has no SHA-256: out of memory")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds `bytes` behind those added before.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { append(UnsafeRawBufferPointer($0)) }
    if done == nil { Array(bytes).withUnsafeBytes { append($0) } }
  }

  /// Adds the bytes of memory.
  public mutating func append(_ memory: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, memory.baseAddress, memory.count)
  }

  /// The digest of everything added.
  public consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &bytes, nil)
    return Digest(bytes: bytes)
  }
}
