import Glibc

/// Reads whole files that others may have put there: bounded, and plain files only.
public enum FileReader {
  /// The bytes of the plain file at `path`; symbolic links are followed.
  ///
  /// Throws: `isFolder`, `wrongKind` for a device, pipe or socket (never waiting on one), `tooLarge` for more than
  /// `maxBytes`, else the fact behind `errno`.
  public static func bytes(of path: String, maxBytes: Int) throws(PlatformError) -> [UInt8] {
    try bytes(of: Descriptor.open(path, flags: O_RDONLY | O_NONBLOCK), path, maxBytes: maxBytes)
  }

  /// The bytes of a file that holds a secret. Throws: also `wrongOwner`, and `openToOthers` where anybody else may read it.
  public static func secret(at path: String, maxBytes: Int) throws(PlatformError) -> [UInt8] {
    let file = try Descriptor.open(path, flags: O_RDONLY | O_NONBLOCK)
    let status = try status(of: file, path)
    guard status.st_uid == CurrentProcess.userID else { throw .wrongOwner(path: path) }
    let mode = status.st_mode & 0o777
    guard mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: mode) }
    return try bytes(of: file, path, maxBytes: maxBytes)
  }

  private static func bytes(of file: Descriptor, _ path: String, maxBytes: Int) throws(PlatformError) -> [UInt8] {
    var all: [UInt8] = []
    try pieces(
      of: file, path, maxBytes: maxBytes, willRead: { all.reserveCapacity($0) }, { all.append(contentsOf: $0) })
    return all
  }

  /// Hands the file over in order, in pieces of at most 1 MiB that are valid during the call only.
  ///
  /// `willRead` is told the size the file has at the start. Throws: as `bytes(of:maxBytes:)`; pieces may have been
  /// handed over by then.
  public static func pieces(
    of path: String, maxBytes: Int, willRead: (Int) -> Void = { _ in }, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(PlatformError) {
    try pieces(
      of: Descriptor.open(path, flags: O_RDONLY | O_NONBLOCK), path, maxBytes: maxBytes, willRead: willRead, body)
  }

  private static func pieces(
    of file: Descriptor, _ path: String, maxBytes: Int, willRead: (Int) -> Void,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(PlatformError) {
    let size = try status(of: file, path).st_size
    guard size <= maxBytes else { throw .tooLarge(path: path, maxBytes: maxBytes) }
    willRead(size)
    // One byte more than the file has, so that a grown file is seen; the kernel's own files state no size at all.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(max(size + 1, 4096), 1 << 20), alignment: 16)
    defer { buffer.deallocate() }
    var left = maxBytes
    while true {
      let count = try file.read(into: buffer, path: path)
      if count == 0 { return }
      guard count <= left else { throw .tooLarge(path: path, maxBytes: maxBytes) }
      left -= count
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// What is known of a plain file. Throws: where it is something else.
  private static func status(of file: Descriptor, _ path: String) throws(PlatformError) -> stat {
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .last("fstat", path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw .isFolder(path: path)
    default: throw .wrongKind(path: path)
    }
  }
}
