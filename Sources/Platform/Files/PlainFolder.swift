import Glibc

/// Folders of the user's, for results.
public enum PlainFolder {
  /// Makes the folder `path`, and those above it, where they are missing, with the rights that the user's umask leaves.
  ///
  /// Throws: `wrongKind` when something that is no folder has one of the names; the fact behind `errno`.
  public static func make(_ path: String) throws(PlatformError) {
    do throws(PlatformError) {
      try makeOne(path)
    } catch .noSuchFile where Path.folder(of: path) != path && Path.folder(of: path) != "." {
      try make(Path.folder(of: path))
      try makeOne(path)
    }
  }

  /// The names in a folder, without `.` and `..`, in no order; empty for one that cannot be read.
  public static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func makeOne(_ path: String) throws(PlatformError) {
    if mkdir(path, 0o777) == 0 { return }
    guard errno == EEXIST else { throw .last("mkdir", path) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .wrongKind(path: path) }
  }
}
