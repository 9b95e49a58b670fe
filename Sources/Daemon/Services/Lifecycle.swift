import Platform
import RPCProtocol
import Workspace

/// The rows by which clients meet the daemon itself, whatever it works on. They never wait.
func lifecycleRows(of server: Server, _ services: Services, socket: String) -> [Route] {
  let started = MonotonicClock.system.now
  return [
    .now(KrafHello.self, admission: .opening) { (request, _) throws(RPCError) in
      try services.hello(request)
    },
    .now(KrafStatus.self, admission: .always) { (_, _) throws(RPCError) in
      services.status(server, socket: socket, uptime: MonotonicClock.system.now - started)
    },
    .now(KrafDrain.self, admission: .always) { _, _ in
      server.leave(.whenDone)
      return EmptyReply()
    },
    .now(KrafShutdown.self, admission: .always) { _, _ in
      server.leave(.now)
      return EmptyReply()
    },
  ]
}

extension Services {
  fileprivate func hello(_ request: KrafHello) throws(RPCError) -> KrafHello.Reply {
    let offered = request.protocolVersions
    let current = ProtocolVersions.current
    guard (offered.first...max(offered.first, offered.last)).contains(current) else {
      throw .failed(
        "wrongVersion", "This krafd speaks protocol \(current); the client speaks \(offered.first) to \(offered.last)")
    }
    return KrafHello.Reply(
      protocolVersion: current, build: identity.build, pid: Int(CurrentProcess.id),
      capabilities: DaemonIdentity.capabilities)
  }

  fileprivate func status(_ server: Server, socket: String, uptime: Duration) -> KrafStatus.Reply {
    var queued = 0
    var running = 0
    let open = shelf.open
    for workspace in open {
      queued += (try? workspace.jobs(state: .queued).count) ?? 0
      running += (try? workspace.jobs(state: .running).count) ?? 0
    }
    return KrafStatus.Reply(
      pid: Int(CurrentProcess.id), build: identity.build, protocolVersion: ProtocolVersions.current, socket: socket,
      uptimeMs: Int(uptime / .milliseconds(1)), residentBytes: ProcessMemory.residentBytes() ?? 0,
      sessions: server.sessionCount, jobsQueued: queued, jobsRunning: running, workspaces: open.map(\.root))
  }
}
