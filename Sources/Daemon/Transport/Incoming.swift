import Platform

/// The bytes that come from one client, read by one thread that can be told to stop from any other.
final class Incoming: Sendable {
  private let descriptor: Descriptor
  /// Only where hanging up does not wake a reader: on pipes and terminals.
  private let waker: Waker?

  /// Throws: `other` when the process has no descriptor left.
  init(from descriptor: Descriptor) throws(PlatformError) {
    self.descriptor = descriptor
    waker = descriptor.isSocket ? nil : try Waker()
  }

  /// Waits for bytes and puts them at the start of `buffer`; nil at the end, after a failure and after `stop`.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> UnsafeBufferPointer<UInt8>? {
    if let waker, Poll.wait(reading: [waker.descriptor, descriptor]).contains(0) { return nil }
    guard let count = try? descriptor.read(into: buffer, path: "client"), count > 0 else { return nil }
    return UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self))
  }

  /// Makes the reading thread see the end.
  func stop() {
    descriptor.endReading()
    waker?.wake()
  }
}
