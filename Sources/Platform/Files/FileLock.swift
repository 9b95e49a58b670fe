import Glibc

/// An advisory lock on a file, held until this object goes or the process ends, however it ends.
///
/// The file stays: deleting a lock file is how two processes come to hold "the" lock.
public final class FileLock: Sendable {
  private let file: Descriptor

  private init(file: Descriptor) { self.file = file }

  /// Takes the lock if nobody holds it, making the file with mode 0600 if it is missing.
  ///
  /// Throws: `locked` when another holds it, else the fact behind `errno`.
  public static func take(_ path: String) throws(PlatformError) -> FileLock {
    while true {
      let file = try Descriptor.open(path, flags: O_RDWR | O_CREAT, mode: 0o600)
      guard retrying({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
        throw errno == EWOULDBLOCK ? .locked(path: path) : .last("flock", path)
      }
      if isStillNamed(file, path) { return FileLock(file: file) }
    }
  }

  /// Takes the lock as soon as its holder lets go. Throws: as `take`, `locked` when `patience` is over.
  ///
  /// `flock` knows no deadline, so this asks again every 2 ms.
  public static func take(
    _ path: String, patience: Duration, clock: MonotonicClock = .system
  ) throws(PlatformError) -> FileLock {
    let deadline = clock.now + patience
    while true {
      do throws(PlatformError) {
        return try take(path)
      } catch .locked where clock.now < deadline {
        usleep(2000)
      }
    }
  }

  /// Whether the locked file still has the name: a cleaner may have deleted it between opening and locking.
  private static func isStillNamed(_ file: Descriptor, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(file.number, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }
}
