import Glibc

/// Finding programs as a shell does.
public enum SearchPath {
  /// The absolute path of the first program named `name` in the folders of `PATH` that this user may run; nil when
  /// there is none. A folder that is not absolute is left out: what it means would depend on where the process stands.
  public static func program(_ name: String, in path: String? = CurrentProcess.variable("PATH")) -> String? {
    let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.lazy.map { Path.join(String($0), name) }.first(where: mayRun)
  }

  private static func mayRun(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
