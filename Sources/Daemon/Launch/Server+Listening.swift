import Logging
public import Platform
import RPCProtocol

extension Server {
  /// The most clients at a time; each has a thread and a descriptor.
  static let maxSessions = 1000

  /// Serves the clients of `instance` on the calling thread until it is time to leave.
  ///
  /// `ready` is told how the start went, and closed. Throws: `locked` when another daemon serves the instance, else
  /// the fact that stands in the way; nothing was changed then.
  public func run(_ instance: Instance, ready: consuming Descriptor? = nil) throws(PlatformError) {
    var waiting = ready
    do throws(PlatformError) {
      try PrivateFolder.make(instance.folder)
      let lock = try takeLock(instance)
      try listen(instance) {
        if let pipe = waiting.take() { ReadyPipe.tell(.ready(socket: instance.socket), on: pipe) }
      }
      finish()
      File.remove(instance.info)
      settings.log.notice("left", metadata: ["socket": "\(instance.socket)"])
      withExtendedLifetime(lock) {}
    } catch {
      if let pipe = waiting.take() { ReadyPipe.tell(Self.readyLine(for: error, instance), on: pipe) }
      throw error
    }
  }

  /// Takes clients until it is time to leave. Afterwards nobody can connect, and who waited for that is sent away.
  private func listen(_ instance: Instance, _ onReady: () -> Void) throws(PlatformError) {
    let routes = RouteTable(settings.routes(self))
    let listener = try UnixListener.listen(at: instance.socket)
    writeInfo(instance)
    settings.log.notice("listens", metadata: ["socket": "\(instance.socket)", "build": "\(settings.build)"])
    onReady()
    accept(listener, routes, instance)
    listener.remove()
  }

  /// Takes the instance's lock, waiting for a daemon that is leaving, but not for one that serves.
  private func takeLock(_ instance: Instance) throws(PlatformError) -> FileLock {
    do throws(PlatformError) {
      return try FileLock.take(instance.lock)
    } catch .locked {
      if (try? UnixSocket.connect(to: instance.socket)) != nil { throw .locked(path: instance.lock) }
      return try FileLock.take(instance.lock, patience: settings.startPatience)
    }
  }

  private func accept(_ listener: UnixListener, _ routes: RouteTable, _ instance: Instance) {
    var touched = MonotonicClock.system.now
    while !isLeaving {
      let woken = Poll.wait(reading: [waker.descriptor, listener.socket], patience: untilNextLook())
      if woken.contains(0) { waker.clear() }
      if woken.contains(1) { acceptOne(listener, routes) }
      if MonotonicClock.system.now - touched >= .seconds(3600) {
        touched = MonotonicClock.system.now
        for path in [instance.socket, instance.lock, instance.info] { File.touch(path) }
      }
      if isIdle { leave(.whenDone) }
    }
  }

  private func acceptOne(_ listener: UnixListener, _ routes: RouteTable) {
    do throws(PlatformError) {
      guard let client = try listener.accept() else {
        return settings.log.notice("refused a client of another user, or one that went away")
      }
      guard sessionCount < Self.maxSessions else { return settings.log.warning("refused a client: too many sessions") }
      let session = try begin(client, client, routes)
      do throws(PlatformError) {
        try WorkThread.start("session \(session.id)") { [self] in
          _ = run(session)
          client.hangUp()
        }.detach()
      } catch {
        sessions.withLock { $0.all[session.id] = nil }
        throw error
      }
    } catch {
      settings.log.error("cannot take a client", metadata: ["reason": "\(error)"])
      // Without descriptors or threads the client stays in the queue; asking again at once would only burn time.
      _ = Poll.wait(reading: [waker.descriptor], patience: .milliseconds(100))
    }
  }

  /// When to look at idleness again: busy work is asked about now and then, and an end of it is not told.
  private func untilNextLook() -> Duration {
    let quiet = sessions.withLock { $0.all.isEmpty ? MonotonicClock.system.now - $0.quietSince : nil }
    guard let quiet else { return .seconds(3600) }
    let left = settings.idlePatience - quiet
    return left > .zero ? left : .seconds(1)
  }

  private var isIdle: Bool {
    let quiet = sessions.withLock { $0.all.isEmpty ? MonotonicClock.system.now - $0.quietSince : .zero }
    return quiet >= settings.idlePatience && sessionCount == 0 && !settings.isBusy()
  }

  /// Waits for what goes on, as the way of leaving says, and ends the sessions.
  private func finish() {
    while leaving.withLock({ $0 }) == .whenDone, sessionCount > 0 || settings.isBusy() {
      _ = Poll.wait(reading: [waker.descriptor], patience: .milliseconds(200))
      waker.clear()
    }
    for session in sessions.withLock({ Array($0.all.values) }) { session.end(.leaving) }
    _ = sessions.wait(patience: settings.leavePatience) { $0.all.isEmpty }
  }

  private func writeInfo(_ instance: Instance) {
    let info: JSONValue = [
      "pid": .integer(Int(CurrentProcess.id)), "build": .string(settings.build), "socket": .string(instance.socket),
      "log": .string(instance.log), "since": .string(WallClock.system.now.rfc3339),
    ]
    try? AtomicFile.write(info.encoded(), to: instance.info, mode: 0o600)
  }

  private static func readyLine(for error: PlatformError, _ instance: Instance) -> ReadyLine {
    if case .locked = error { return .alreadyServed(socket: instance.socket) }
    return .failed(reason: "\(LaunchError(error))")
  }
}
