import Glibc

/// A log of bounded size: `path`, and up to four older files `path.1` to `path.4`, of which the last is the oldest.
///
/// A class because every thread of the process appends to the one file.
public final class RotatingFile: Sendable {
  /// The newest file.
  public let path: String
  private let maxBytes: Int
  private let files: Int
  private let takeover: [Int32]
  private let state: Monitor<State>

  private struct State: Sendable {
    var file: Descriptor
    var size: Int
  }

  /// Appends to the file at `path`, making it with mode 0600 if it is missing.
  ///
  /// A file grows to at most `maxBytes`. The descriptors in `takeover` (standard output and error of a daemon) always
  /// lead into the newest file. Throws: the fact behind `errno`.
  public init(
    path: String, maxBytes: Int = 2_000_000, files: Int = 5, takeover: [Int32] = []
  ) throws(PlatformError) {
    self.path = path
    self.maxBytes = maxBytes
    self.files = files
    self.takeover = takeover
    state = Monitor(try Self.open(path, takeover))
  }

  /// Appends one line in one write; the line end is added. A line that cannot be written is lost: a log that stops
  /// the daemon would be worse.
  public func append(_ line: String) {
    let bytes = Array(line.utf8.prefix(maxBytes - 1)) + [UInt8(ascii: "\n")]
    state.withLock { state in
      if state.size > 0, state.size + bytes.count > maxBytes { rotate(&state) }
      try? state.file.writeAll(bytes, path: path)
      state.size += bytes.count
    }
  }

  private func rotate(_ state: inout State) {
    for number in stride(from: files - 2, through: 0, by: -1) {
      rename(number == 0 ? path : "\(path).\(number)", "\(path).\(number + 1)")
    }
    if let opened = try? Self.open(path, takeover) { state = opened }
  }

  private static func open(_ path: String, _ takeover: [Int32]) throws(PlatformError) -> State {
    let file = try Descriptor.open(path, flags: O_WRONLY | O_APPEND | O_CREAT, mode: 0o600)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .last("fstat", path) }
    for number in takeover { dup2(file.number, number) }
    return State(file: file, size: Int(status.st_size))
  }
}
