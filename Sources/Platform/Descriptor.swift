import Glibc

/// An open file, pipe or socket, closed when its last owner lets it go.
///
/// A class because readers and writers on several threads share one descriptor: it cannot be closed, and its number
/// not be reused, while any of them may still use it. To wake a thread that blocks on a socket, call `hangUp`.
public final class Descriptor: Sendable {
  /// The number the kernel knows; valid as long as this object lives.
  public let number: Int32

  /// Takes over the closing of `number`.
  public init(owning number: Int32) { self.number = number }

  deinit { close(number) }
}

extension Descriptor {
  /// What an open file is for.
  public enum Purpose: Sendable {
    case reading
    case readingAndWriting
    /// Every write goes to the end; the file is made if it is missing.
    case appending
  }

  /// Opens `path` for `purpose`; a file that is made has `mode`. Throws: the fact behind `errno`.
  public static func open(
    _ path: String, for purpose: Purpose, mode: UInt32 = 0o600
  ) throws(PlatformError) -> Descriptor {
    switch purpose {
    case .reading: try open(path, flags: O_RDONLY)
    case .readingAndWriting: try open(path, flags: O_RDWR)
    case .appending: try open(path, flags: O_WRONLY | O_APPEND | O_CREAT, mode: mode)
    }
  }

  /// Opens `path`; never passed on to programs that are started, never a controlling terminal.
  ///
  /// Throws: the fact behind `errno`; `noSuchFile` also for a path with a NUL byte, which the kernel would cut short.
  public static func open(_ path: String, flags: Int32, mode: UInt32 = 0) throws(PlatformError) -> Descriptor {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path: path) }
    let number = retrying { Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, mode_t(truncatingIfNeeded: mode)) }
    guard number >= 0 else { throw .last("open", path) }
    return Descriptor(owning: number)
  }

  /// Writes all of `bytes`, in as many calls as it takes.
  ///
  /// Throws: the fact behind `errno`; a prefix may have been written.
  public func writeAll(_ bytes: some Sequence<UInt8>, path: String) throws(PlatformError) {
    var failure: PlatformError?
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      failure = writeAll(raw: UnsafeRawBufferPointer($0), path)
    }
    if done == nil { Array(bytes).withUnsafeBytes { failure = writeAll(raw: $0, path) } }
    if let failure { throw failure }
  }

  /// Fills `buffer` from the current place with at most its size. Answers how much; 0 means the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer, path: String) throws(PlatformError) -> Int {
    let count = retrying { Glibc.read(number, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw .last("read", path) }
    return count
  }

  /// Forces what was written onto the disk.
  public func synchronize(path: String) throws(PlatformError) {
    guard retrying({ fsync(number) }) == 0 else { throw .last("fsync", path) }
  }

  private func writeAll(raw bytes: UnsafeRawBufferPointer, _ path: String) -> PlatformError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = retrying { write(number, part.baseAddress, part.count) }
      guard count > 0 else { return count < 0 ? .last("write", path) : .diskFull(path: path) }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// Repeats a system call as long as a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
