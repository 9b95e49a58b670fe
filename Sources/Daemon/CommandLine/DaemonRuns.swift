import Platform
import RPCProtocol

/// `krafd sockname`, `status` and `stop`: asking about the daemon.
public enum DaemonRuns {
  private static let noDaemon = CommandFailure.failed("No daemon is running; 'krafd sockname' starts one")

  /// Prints the socket's path, starting the daemon when needed and allowed.
  public static func sockname(mayStart: Bool) throws(CommandFailure) {
    if mayStart { _ = try DaemonLink.start() } else if try DaemonLink.running() == nil { throw noDaemon }
    Terminal.say(try DaemonLink.instance().socket)
  }

  /// Prints what the daemon does; says so when none runs.
  public static func status(printsJSON: Bool) throws(CommandFailure) {
    guard var link = try DaemonLink.running() else { return Terminal.say("No daemon is running") }
    let status = try link.call(KrafStatus())
    if printsJSON { return Terminal.say(status.json.text) }
    Terminal.say(
      """
      krafd \(status.build), process \(status.pid), protocol \(status.protocolVersion)
      socket \(status.socket)
      \(status.sessions) sessions, \(status.jobsRunning) jobs running, \(status.jobsQueued) queued, \
      \(status.residentBytes >> 20) MiB resident
      """)
    for root in status.workspaces { Terminal.say("workspace \(root)") }
  }

  /// Asks the daemon to leave and waits until it is gone.
  public static func stop() throws(CommandFailure) {
    guard var link = try DaemonLink.running() else { return }
    let pid = try link.call(KrafStatus()).pid
    _ = try link.call(KrafShutdown())
    ProcessWatch.waitForEnd(of: Int32(pid))
  }
}
