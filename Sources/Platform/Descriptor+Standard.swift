import Glibc

extension Descriptor {
  /// Standard input. These three live as long as the process and are never closed.
  public static let input = Descriptor(owning: STDIN_FILENO)

  /// Standard output.
  public static let output = Descriptor(owning: STDOUT_FILENO)

  /// Standard error.
  public static let errors = Descriptor(owning: STDERR_FILENO)

  /// Whether a person looks at what is written there.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// Everything up to the end. Throws: `tooLarge` beyond `maxBytes`; the fact behind `errno`.
  public func readToEnd(maxBytes: Int, path: String) throws(PlatformError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try read(into: buffer, path: path)
      guard count > 0 else { return bytes }
      guard count <= maxBytes - bytes.count else { throw .tooLarge(path: path, maxBytes: maxBytes) }
      bytes += buffer[..<count]
    }
  }
}
