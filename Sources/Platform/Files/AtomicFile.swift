import Glibc

/// Writes files that are wholly there or wholly not, whatever happens in between.
public enum AtomicFile {
  /// A moment of a write, for tests that end the process there.
  public enum Step: String, CaseIterable, Sendable {
    case opened, written, synchronized, renamed, folderSynchronized
  }

  /// Puts `bytes` at `path`, replacing what was there: temporary name in the same folder, sync, rename, sync of the
  /// folder.
  ///
  /// `mode` holds whatever the umask says. `onStep` is called after each step. Throws: the fact behind `errno`; the
  /// old file is untouched and no temporary file is left, except that after the rename only the folder's sync can
  /// fail, and then the new file is in place but may not survive a power cut.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, mode: UInt32 = 0o644, onStep: (Step) -> Void = { _ in }
  ) throws(PlatformError) {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path: path) }
    let folder = Path.folder(of: path)
    let temporary = Path.join(folder, temporaryName())
    let file = try Descriptor.open(temporary, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    do throws(PlatformError) {
      onStep(.opened)
      guard fchmod(file.number, mode_t(truncatingIfNeeded: mode)) == 0 else { throw .last("fchmod", path) }
      try file.writeAll(bytes, path: path)
      onStep(.written)
      try file.synchronize(path: path)
      onStep(.synchronized)
      guard rename(temporary, path) == 0 else { throw .last("rename", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    onStep(.renamed)
    try Descriptor.open(folder, flags: O_RDONLY | O_DIRECTORY).synchronize(path: folder)
    onStep(.folderSynchronized)
  }

  /// Puts other bytes into a file of the user's, which keeps its permissions; a symbolic link stays one.
  ///
  /// Throws: as `write`; `noSuchFile` when there is none.
  public static func rewrite(_ bytes: some Sequence<UInt8>, at path: String) throws(PlatformError) {
    guard let real = realpath(path, nil) else { throw .last("realpath", path) }
    defer { free(real) }
    var status = stat()
    guard stat(real, &status) == 0 else { throw .last("stat", path) }
    try write(bytes, to: String(cString: real), mode: status.st_mode & 0o7777)
  }

  /// Whether `name` (without its folder) is one of a file in the making.
  public static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".krafd-") && name.hasSuffix(".tmp")
  }

  /// Whether `name` is one that a write of a killed process may have left behind, safe to delete when no other process
  /// writes there.
  public static func isLeftOver(_ name: String) -> Bool { isTemporary(name) && !name.hasPrefix(ownPrefix) }

  /// A new name that `isTemporary` knows, for what is written by others and read by this process.
  public static func temporaryName() -> String {
    ownPrefix + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
  }

  /// No other process has it.
  private static let ownPrefix = ".krafd-" + String(UInt64.random(in: .min ... .max), radix: 36) + "-"
}
