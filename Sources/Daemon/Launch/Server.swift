public import Logging
public import Platform
import RPCProtocol

/// A daemon at work: it holds an instance's lock, listens, and serves each client in a session of its own.
///
/// A class because its sessions, its methods and the signals of the process all reach it.
public final class Server: Sendable {
  /// What a server is made of.
  public struct Settings: Sendable {
    /// What the daemon can do. Called once, so that methods can hold on to the server.
    public var routes: @Sendable (Server) -> [Route]
    /// Whether work goes on that a daemon without sessions must finish.
    public var isBusy: @Sendable () -> Bool
    /// After so long without sessions and work the daemon leaves.
    public var idlePatience: Duration
    /// How long a daemon that leaves waits for its sessions' unfinished calls.
    public var leavePatience: Duration
    /// How long a starting daemon waits for one that is leaving.
    public var startPatience: Duration
    /// Members of the info file besides those the server writes itself.
    public var build: String
    public var log: Logger

    public init(
      build: String, log: Logger, idlePatience: Duration = .seconds(600), leavePatience: Duration = .seconds(5),
      startPatience: Duration = .seconds(4), isBusy: @escaping @Sendable () -> Bool = { false },
      routes: @escaping @Sendable (Server) -> [Route]
    ) {
      self.routes = routes
      self.isBusy = isBusy
      self.idlePatience = idlePatience
      self.leavePatience = leavePatience
      self.startPatience = startPatience
      self.build = build
      self.log = log
    }
  }

  let settings: Settings
  let sessionSettings: Session.Settings
  let waker: Waker
  let sessions = Monitor(Sessions())
  let leaving = Monitor<Leaving?>(nil)

  /// The sessions that are served.
  struct Sessions: Sendable {
    var all: [Int: Session] = [:]
    var next = 0
    /// When the last session ended, or the server was made.
    var quietSince = MonotonicClock.system.now
  }

  /// How a daemon leaves.
  public enum Leaving: Equatable, Sendable {
    /// Sessions get a moment to finish their calls; then they are ended.
    case now
    /// No new clients; the sessions and the work that go on may end by themselves.
    case whenDone
  }

  /// A server that does not listen yet. Throws: `other` when the process has no descriptor left.
  public convenience init(_ settings: Settings) throws(PlatformError) {
    try self.init(settings, sessions: Session.Settings())
  }

  init(_ settings: Settings, sessions: Session.Settings) throws(PlatformError) {
    self.settings = settings
    sessionSettings = sessions
    waker = try Waker()
  }

  /// How many clients are served.
  public var sessionCount: Int { sessions.withLock { $0.all.count } }

  /// Whether the daemon takes no new clients any more.
  public var isLeaving: Bool { leaving.withLock { $0 } != nil }

  /// Makes the daemon leave; answers at once. `now` may follow `whenDone`.
  public func leave(_ how: Leaving) {
    leaving.withLock { $0 = $0 == .now ? .now : how }
    waker.wake()
  }

  /// Serves one client on the calling thread, without a socket. Answers the exit code for its parent.
  public func serve(input: Descriptor, output: Descriptor) throws(PlatformError) -> Int32 {
    let session = try begin(input, output, RouteTable(settings.routes(self)))
    return run(session)
  }

  /// Makes a session and counts it.
  func begin(_ input: Descriptor, _ output: Descriptor, _ routes: RouteTable) throws(PlatformError) -> Session {
    let id = sessions.withLock { sessions in
      sessions.next += 1
      return sessions.next
    }
    let session = try Session(
      id: id, input: input, output: output, routes: routes, settings: sessionSettings, log: settings.log)
    sessions.withLock { $0.all[id] = session }
    return session
  }

  /// Serves a session to its end and takes it off the count.
  func run(_ session: Session) -> Int32 {
    let code = session.run()
    sessions.withLock { sessions in
      sessions.all[session.id] = nil
      sessions.quietSince = MonotonicClock.system.now
    }
    sessions.notify()
    waker.wake()
    return code
  }
}
