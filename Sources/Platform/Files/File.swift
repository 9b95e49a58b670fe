import Glibc

/// Small acts on files by their path.
public enum File {
  /// Deletes a file that may be missing. Answers whether it is gone.
  @discardableResult
  public static func remove(_ path: String) -> Bool { unlink(path) == 0 || errno == ENOENT }

  /// Sets the file's times to now, so that cleaners of temporary folders leave it alone.
  public static func touch(_ path: String) { utimensat(AT_FDCWD, path, nil, 0) }
}
