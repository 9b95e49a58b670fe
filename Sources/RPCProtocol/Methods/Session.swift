/// Says who calls and which versions of the protocol it speaks; the first message of a script's session.
public struct KrafHello: RPCRequest {
  public static let method = "kraf/hello"
  public static let summary = """
    Says who calls and which versions of the protocol it speaks; the first message of a script's \
    session.
    """

  /// What the client speaks.
  public var protocolVersions: ProtocolVersions

  /// The client's build, for the log.
  public var build: String

  /// The client's name, for the log and for people.
  public var client: String

  public init(protocolVersions: ProtocolVersions, build: String, client: String) {
    self.protocolVersions = protocolVersions
    self.build = build
    self.client = client
  }

  /// What answers.
  public struct Reply: JSONConvertible, Equatable {
    /// The version that this session speaks from now on.
    public var protocolVersion: Int

    /// The daemon's build.
    public var build: String

    /// The daemon's process id. For people: nobody may end a process by it.
    public var pid: Int

    /// What the daemon can do. Clients test these names, never versions.
    public var capabilities: [String]

    public init(protocolVersion: Int, build: String, pid: Int, capabilities: [String]) {
      self.protocolVersion = protocolVersion
      self.build = build
      self.pid = pid
      self.capabilities = capabilities
    }
  }
}

extension KrafHello {
  public init(json: JSONValue) throws(JSONMismatch) {
    protocolVersions = try json.member("protocol")
    build = try json.member("build")
    client = try json.member("client")
  }

  public var json: JSONValue {
    .record(["protocol": protocolVersions.json, "build": build.json, "client": client.json])
  }
}

extension KrafHello.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    protocolVersion = try json.member("protocol")
    build = try json.member("build")
    pid = try json.member("pid")
    capabilities = try json.member("capabilities")
  }

  public var json: JSONValue {
    .record([
      "protocol": protocolVersion.json, "build": build.json, "pid": pid.json,
      "capabilities": capabilities.json,
    ])
  }
}

extension KrafHello {
  public static let examples = [
    RPCExample(
      params: #"{"protocol": [1, 1], "build": "0.1.0+3f2a", "client": "order-script"}"#,
      reply: """
        {
          "protocol": 1, "build": "0.1.0+3f2a", "pid": 4711,
          "capabilities": ["studio", "cutout", "subscribe"]
        }
        """)
  ]
}

/// Tells how the daemon is: memory, sessions, jobs.
public struct KrafStatus: RPCRequest {
  public static let method = "kraf/status"
  public static let summary = "Tells how the daemon is: memory, sessions, jobs."

  public init() {}

  /// The state at one moment.
  public struct Reply: JSONConvertible, Equatable {
    /// The daemon's process id.
    public var pid: Int

    /// The daemon's build.
    public var build: String

    /// The version of the protocol.
    public var protocolVersion: Int

    /// The path of the socket; empty when this process listens on none.
    public var socket: String

    /// How long it runs, in ms.
    public var uptimeMs: Int

    /// Resident memory, in bytes.
    public var residentBytes: Int

    /// Open connections, this one included.
    public var sessions: Int

    /// Jobs that wait.
    public var jobsQueued: Int

    /// Jobs that run.
    public var jobsRunning: Int

    /// The roots of the open workspaces.
    public var workspaces: [String]

    public init(
      pid: Int, build: String, protocolVersion: Int, socket: String, uptimeMs: Int, residentBytes: Int, sessions: Int,
      jobsQueued: Int, jobsRunning: Int, workspaces: [String]
    ) {
      self.pid = pid
      self.build = build
      self.protocolVersion = protocolVersion
      self.socket = socket
      self.uptimeMs = uptimeMs
      self.residentBytes = residentBytes
      self.sessions = sessions
      self.jobsQueued = jobsQueued
      self.jobsRunning = jobsRunning
      self.workspaces = workspaces
    }
  }
}

extension KrafStatus {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension KrafStatus.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    pid = try json.member("pid")
    build = try json.member("build")
    protocolVersion = try json.member("protocol")
    socket = try json.member("socket")
    uptimeMs = try json.member("uptimeMs")
    residentBytes = try json.member("residentBytes")
    sessions = try json.member("sessions")
    jobsQueued = try json.member("jobsQueued")
    jobsRunning = try json.member("jobsRunning")
    workspaces = try json.member("workspaces")
  }

  public var json: JSONValue {
    .record([
      "pid": pid.json, "build": build.json, "protocol": protocolVersion.json, "socket": socket.json,
      "uptimeMs": uptimeMs.json, "residentBytes": residentBytes.json, "sessions": sessions.json,
      "jobsQueued": jobsQueued.json, "jobsRunning": jobsRunning.json, "workspaces": workspaces.json,
    ])
  }
}

extension KrafStatus {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: """
        {
          "pid": 4711, "build": "0.1.0+3f2a", "protocol": 1, "socket": "/run/user/1000/kraf/krafd.sock",
          "uptimeMs": 86400000, "residentBytes": 18874368, "sessions": 3, "jobsQueued": 0, "jobsRunning": 1,
          "workspaces": ["/home/ann/shop"]
        }
        """)
  ]
}

/// Asks the daemon to accept no new session, to finish its jobs, to hand over the socket and to exit.
public struct KrafDrain: RPCRequest {
  public static let method = "kraf/drain"
  public static let summary =
    "Asks the daemon to accept no new session, to finish its jobs, to hand over the socket and to exit."

  public typealias Reply = EmptyReply

  public init() {}
}

extension KrafDrain {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension KrafDrain {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"{}"#)
  ]
}

/// Asks the daemon to stop its jobs and to exit.
public struct KrafShutdown: RPCRequest {
  public static let method = "kraf/shutdown"
  public static let summary = "Asks the daemon to stop its jobs and to exit."

  public typealias Reply = EmptyReply

  public init() {}
}

extension KrafShutdown {
  public init(json: JSONValue) throws(JSONMismatch) { _ = try JSONObject(json: json) }

  public var json: JSONValue { [:] }
}

extension KrafShutdown {
  public static let examples = [
    RPCExample(
      params: #"{}"#,
      reply: #"{}"#)
  ]
}
