import Glibc
import Platform

/// Folders inside krafd's own folder.
enum Folder {
  /// Makes the folder `path` with mode 0700 where there is none, and `depth` folders above it where somebody deleted them.
  ///
  /// Throws: `notAPlainFile` when something else has the name, a symbolic link too: a workspace may be anyone's, and
  /// krafd writes only where it is meant to.
  static func make(_ path: String, depth: Int = 0) throws(WorkspaceError) {
    if mkdir(path, 0o700) == 0 {
      return try wrap { () throws(PlatformError) in try synchronize(Path.folder(of: path)) }
    }
    if errno == ENOENT, depth > 0 {
      try make(Path.folder(of: path), depth: depth - 1)
      return try make(path)
    }
    guard errno == EEXIST else { throw WorkspaceError(PlatformError(errno: errno, operation: "mkdir", path: path)) }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .notAPlainFile(path: path) }
  }

  /// Deletes the half-written files that a killed process left in `path` and in the folders inside it.
  static func sweep(_ path: String) {
    for name in PlainFolder.names(in: path) {
      if AtomicFile.isLeftOver(name) {
        unlink(Path.join(path, name))
      } else if name.utf8.count == 2 {
        let inner = Path.join(path, name)
        for name in PlainFolder.names(in: inner) where AtomicFile.isLeftOver(name) { unlink(Path.join(inner, name)) }
      }
    }
  }

  /// Deletes all files in the folders inside `path`.
  static func empty(_ path: String) {
    for folder in PlainFolder.names(in: path) {
      let inner = Path.join(path, folder)
      for name in PlainFolder.names(in: inner) { unlink(Path.join(inner, name)) }
    }
  }

  private static func synchronize(_ path: String) throws(PlatformError) {
    try Descriptor.open(path, flags: O_RDONLY | O_DIRECTORY).synchronize(path: path)
  }
}

/// Runs `body`, placing what the operating system says.
func wrap<Result>(_ body: () throws(PlatformError) -> Result) throws(WorkspaceError) -> Result {
  do throws(PlatformError) { return try body() } catch { throw WorkspaceError(error) }
}

/// Runs `body`, which writes the file `path`, placing what the operating system says about it or its temporary name.
func writing<Result>(
  _ path: String, _ body: () throws(PlatformError) -> Result
) throws(WorkspaceError) -> Result {
  do throws(PlatformError) {
    return try body()
  } catch {
    switch error {
    case .noSuchFile, .permissionDenied, .notWritable, .wrongKind: throw .folderNotWritable(path: Path.folder(of: path))
    case .diskFull: throw .diskFull(path: path)
    case .alreadyExists, .isFolder, .tooLarge, .pathTooLong, .wrongOwner, .openToOthers, .refused, .locked, .timedOut,
      .other:
      throw WorkspaceError(error)
    }
  }
}
