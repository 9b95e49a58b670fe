import Glibc

/// Noticing that another process, not a child of this one, has ended.
public enum ProcessWatch {
  /// Blocks until no process has the id. Asks every second; a process that takes over the id in between is mistaken
  /// for the first.
  public static func waitForEnd(of id: Int32) {
    while kill(id, 0) == 0 || errno == EPERM { sleep(1) }
  }
}
