import Platform

/// The bytes that come from one client, read by one thread that can be told to stop from any other.
final class Incoming: Sendable {
  private let descriptor: Descriptor
  /// Only where hanging up does not wake a reader: on pipes and terminals.
  private let waker: Waker?

  /// How long to look for more before sleeping. A client that works call by call sends its next request within that
  /// time, and waking this thread would take longer than answering it.
  private static let watchfulness: Duration = .microseconds(60)

  /// Throws: `other` when the process has no descriptor left.
  init(from descriptor: Descriptor) throws(PlatformError) {
    self.descriptor = descriptor
    waker = descriptor.isSocket ? nil : try Waker()
  }

  /// Waits for bytes and puts them at the start of `buffer`; nil at the end, after a failure and after `stop`.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> UnsafeBufferPointer<UInt8>? {
    guard let count = wait(for: buffer), count > 0 else { return nil }
    return UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self))
  }

  private func wait(for buffer: UnsafeMutableRawBufferPointer) -> Int? {
    if let waker {
      if Poll.wait(reading: [waker.descriptor, descriptor]).contains(0) { return nil }
    } else if let count = descriptor.receive(into: buffer, watching: Self.watchfulness) {
      return count
    }
    return try? descriptor.read(into: buffer, path: "client")
  }

  /// Makes the reading thread see the end.
  func stop() {
    descriptor.endReading()
    waker?.wake()
  }
}
