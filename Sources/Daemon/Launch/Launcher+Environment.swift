extension Launcher {
  /// The variables a daemon is given by whoever happens to start it. Keys of providers are not among them: the daemon
  /// outlives the client and serves others, so they come with each session or from a file.
  private static let inherited: Set<String> = [
    "HOME", "USER", "LOGNAME", "PATH", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "CURL_CA_BUNDLE", "http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
    "ALL_PROXY", "KRAF_RUNTIME_DIR", "KRAFD_CPU", "KRAFD_CUTOUT_MODEL", "KRAFD_TEXT_MODEL", "SWIFT_BACKTRACE",
  ]

  private static let inheritedPrefixes = ["LC_", "XDG_"]

  /// Whether a `NAME=value` text is passed on to a daemon.
  static func mayBeInherited(_ variable: String) -> Bool {
    let name = String(variable.prefix { $0 != "=" })
    return inherited.contains(name) || inheritedPrefixes.contains { name.hasPrefix($0) }
  }
}
