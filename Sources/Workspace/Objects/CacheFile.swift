import Glibc
import Platform

/// Files that can be made again: whole when they are there, and not worth waiting for the disk.
enum CacheFile {
  /// Puts `bytes` at `path`, making its folder: renamed, so that no reader sees half a file; not synced.
  static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    try Folder.make(Path.folder(of: path), depth: 1)
    let temporary = path + ".\(UInt64.random(in: .min ... .max))"
    do throws(PlatformError) {
      let file = try Descriptor.open(temporary, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
      try file.writeAll(bytes, path: path)
      if rename(temporary, path) != 0 { throw PlatformError(errno: errno, operation: "rename", path: path) }
    } catch {
      unlink(temporary)
      throw WorkspaceError(error)
    }
  }

  /// Whether the file is there and can be read.
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }
}
