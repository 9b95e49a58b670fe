internal import CImagingKernels

/// The stored weights, read from the first byte to the last. They are part of the program, so nothing is checked.
struct NetworkFile {
  private var rest: UnsafeBufferPointer<UInt8>.SubSequence

  /// The weights that krafd brings along.
  init() { rest = UnsafeBufferPointer(start: krafd_cutout_weights(), count: krafd_cutout_weights_size())[...] }

  mutating func bytes(_ count: Int) -> [Int8] {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).map { Int8(bitPattern: $0) }
  }

  mutating func byte() -> Int { Int(UInt8(bitPattern: bytes(1)[0])) }

  mutating func short() -> Int { byte() + byte() * 256 }

  mutating func floats(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(byte()) << (8 * $1) }) }
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }
}
