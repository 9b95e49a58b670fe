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

  /// The names of what is in the folder `path`, sorted, without hidden ones; empty when there is no such folder.
  public static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func makeOne(_ path: String) throws(PlatformError) {
    if mkdir(path, 0o777) == 0 { return }
    guard errno == EEXIST else { throw .last("mkdir", path) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .wrongKind(path: path) }
  }
}
