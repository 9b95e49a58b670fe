/// Who this daemon is, for `hello`, `status` and the names of sessions.
struct DaemonIdentity: Sendable {
  /// The version of the program.
  let build: String

  /// Differs from daemon to daemon, so that a job's owner of yesterday is nobody's session today.
  let instance = String(UInt64.random(in: 0...UInt64.max), radix: 36)

  /// What clients may test for; names are added, never taken away.
  static let capabilities = [
    "workspace", "events", "generate", "edit", "progress", "previews", "preview", "shots", "catalog",
  ]

  /// The name of a session that no other session of any daemon has.
  func name(of session: Session) -> String { "\(instance)-\(session.id)" }
}
