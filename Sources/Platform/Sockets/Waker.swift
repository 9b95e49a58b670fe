/// A way to wake a thread that waits in `Poll`: put `descriptor` among those it reads.
public final class Waker: Sendable {
  /// Becomes readable by `wake` and stays so until `clear`.
  public let descriptor: Descriptor
  private let writing: Descriptor

  /// Throws: `other` when the process has no descriptor left.
  public init() throws(PlatformError) { (descriptor, writing) = try Descriptor.pipe() }

  /// Wakes the thread, now or when it next waits. A full pipe means that it is awake already.
  public func wake() {
    [UInt8(1)].withUnsafeBytes { _ = writing.sendNow($0, isSocket: false) }
  }

  /// Makes the next wait wait again. To be called by the waiting thread.
  public func clear() {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
    defer { bytes.deallocate() }
    while Poll.wait(reading: [descriptor], patience: .zero) == [0] {
      guard let count = try? descriptor.read(into: bytes, path: "waker"), count == bytes.count else { return }
    }
  }
}
