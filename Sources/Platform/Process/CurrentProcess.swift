import Glibc

/// Who and what runs this process.
public enum CurrentProcess {
  /// The user whose rights count. Never taken from the environment.
  public static var userID: UInt32 { geteuid() }

  /// This process.
  public static var id: Int32 { getpid() }

  /// The absolute path of the running program, also when it was found by the search path; nil when the system does
  /// not tell, for example because the file was deleted.
  public static func programPath() -> String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// When the file of the running program was last written, in seconds since 1970, also when it has been replaced since.
  public static func programTime() -> Int? {
    var status = stat()
    return stat("/proc/self/exe", &status) == 0 ? status.st_mtim.tv_sec : nil
  }

  /// All environment variables as `NAME=value`, as they were when the process started or were set since.
  public static func environment() -> [String] {
    var all: [String] = []
    var next = environ
    while let text = next.pointee {
      all.append(String(cString: text))
      next += 1
    }
    return all
  }

  /// The value of an environment variable; nil when it is not set or empty.
  public static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// The folder of the user's settings for krafd; nil where there is no such folder. `value` looks up the environment.
  public static func settingsFolder(_ value: (String) -> String? = variable) -> String? {
    if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return Path.join(folder, "krafd") }
    guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
    return Path.join(home, ".config/krafd")
  }

  /// The folder in which the process was started; `/` when that is gone.
  public static var workingFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Takes a variable out of the environment, before other threads start.
  public static func unset(_ name: String) { unsetenv(name) }
}
