import Platform
import RPCProtocol

/// How a command meets the daemon: the instance, and a connection that has said hello.
struct DaemonLink: ~Copyable {
  private var client: Client

  private init(to socket: Descriptor) { client = Client(socket) }

  /// Connects to the daemon, which is started when it does not run, and renewed when it is older than this program.
  static func start() throws(CommandFailure) -> DaemonLink {
    renew()
    let socket: Descriptor
    do throws(LaunchError) { socket = try launcher().findOrStart() } catch { throw CommandFailure(error) }
    var link = DaemonLink(to: socket)
    _ = try link.call(
      KrafHello(protocolVersions: ProtocolVersions(), build: ProgramBuild.own.text, client: "krafd"))
    return link
  }

  /// Makes a daemon of an older program leave, so that the next start is this program's; one that has other clients or
  /// work to do stays, and a newer one always does.
  static func renew() {
    guard var link = try? running(), let status = try? link.call(KrafStatus()),
      let build = ProgramBuild(status.build), build < .own
    else { return }
    guard status.sessions <= 1, status.jobsRunning + status.jobsQueued == 0 else {
      return Terminal.tell("note: a daemon of an older krafd is at work and goes on serving; 'krafd stop' ends it")
    }
    guard (try? link.call(KrafShutdown())) != nil else { return }
    ProcessWatch.waitForEnd(of: Int32(status.pid))
  }

  /// Connects to the daemon only if it runs; nil when it does not.
  static func running() throws(CommandFailure) -> DaemonLink? {
    do throws(LaunchError) {
      return DaemonLink(to: try launcher().find())
    } catch .noDaemon, .refused {
      return nil
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Where the daemon and its clients meet in this environment.
  static func instance() throws(CommandFailure) -> Instance {
    guard let instance = Instance.standard() else { throw .usage("An instance's name is 1 to 32 letters or digits") }
    return instance
  }

  static func launcher() throws(LaunchError) -> Launcher {
    guard let instance = Instance.standard(), let program = CurrentProcess.programPath() else {
      throw .startFailed(reason: "the system does not tell where this program is", log: "none")
    }
    return Launcher(instance: instance, program: program, arguments: ["serve", "--foreground"])
  }

  mutating func call<Request: RPCRequest>(_ request: Request) throws(CommandFailure) -> Request.Reply {
    do throws(Client.Failure) { return try client.call(request) } catch { throw CommandFailure(error) }
  }

  /// A request about a shot list; what is wrong in it is named as `FILE:LINE`.
  mutating func call<Request: RPCRequest>(
    _ request: Request, about file: String
  ) throws(CommandFailure) -> Request.Reply {
    do throws(CommandFailure) { return try call(request) } catch { throw error.located(in: file) }
  }

  /// Calls a method by name; `onNotification` gets what the daemon tells meanwhile.
  mutating func call(
    _ method: String, _ params: JSONValue, onNotification: (String, JSONValue) -> Void = { _, _ in }
  ) throws(CommandFailure) -> JSONValue {
    do throws(Client.Failure) {
      return try client.call(method, params, onNotification: onNotification)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Waits for a job and shows its progress. Throws: the job's failure, or that it was cancelled.
  mutating func finish(_ job: String, _ onProgress: (RPCProtocol::JobProgress) -> Void) throws(CommandFailure)
    -> JobDescription
  {
    let json = try call(JobWait.method, JobWait(job: job).json) { method, params in
      guard method == RPCProtocol::JobProgress.method, let progress = try? RPCProtocol::JobProgress(json: params) else {
        return
      }
      onProgress(progress)
    }
    guard let description = try? JobDescription(json: json) else {
      throw .failed("The daemon's answer cannot be understood: it describes no job")
    }
    if let error = description.error { throw CommandFailure(reason: error.reason, sentence: error.message) }
    guard description.state == .done else {
      throw CommandFailure(reason: "cancelled", sentence: "The job was cancelled")
    }
    return description
  }
}
