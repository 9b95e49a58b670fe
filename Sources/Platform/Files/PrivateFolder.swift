import Glibc

/// A folder that only its owner can enter.
public enum PrivateFolder {
  /// Makes `path` with mode 0700 if it is missing (its parents too), and makes sure that it is ours alone.
  ///
  /// Throws: `wrongKind` when something else has the name, a symbolic link too; `wrongOwner`; `openToOthers`; else
  /// the fact behind `errno`. A folder that others made is never changed.
  public static func make(_ path: String) throws(PlatformError) {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path: path) }
    do throws(PlatformError) {
      try makeOne(path)
    } catch .noSuchFile where Path.folder(of: path) != path && Path.folder(of: path) != "." {
      try makeParents(Path.folder(of: path))
      try makeOne(path)
    }
    try verify(path)
  }

  /// Checks that `path` is a folder, belongs to this user and is closed to all others. Throws: as `make`.
  public static func verify(_ path: String) throws(PlatformError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .last("lstat", path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .wrongKind(path: path) }
    guard status.st_uid == geteuid() else { throw .wrongOwner(path: path) }
    let mode = UInt32(status.st_mode) & 0o777
    guard mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: mode) }
  }

  private static func makeOne(_ path: String) throws(PlatformError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last("mkdir", path) }
  }

  private static func makeParents(_ path: String) throws(PlatformError) {
    do throws(PlatformError) {
      try makeOne(path)
    } catch .noSuchFile where Path.folder(of: path) != path && Path.folder(of: path) != "." {
      try makeParents(Path.folder(of: path))
      try makeOne(path)
    }
  }
}
