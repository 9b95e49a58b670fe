public import Platform

/// Finds the daemon of an instance, or starts it: the same for an editor's bridge, a command and a script.
///
/// Fifty clients that come at once get one daemon: who holds the start lock starts it, and the others find it when
/// the lock is theirs. There is no loop that tries again.
public struct Launcher: Sendable {
  private let instance: Instance
  private let program: ChildProcess.Program
  private let patience: Duration
  private let clock: MonotonicClock

  /// A launcher that starts `program` with `arguments`, giving it as much of `environment` as a daemon may have.
  ///
  /// `patience` is how long a start may take.
  public init(
    instance: Instance, program: String, arguments: [String],
    environment: [String] = CurrentProcess.environment(), patience: Duration = .seconds(5)
  ) {
    self.instance = instance
    self.patience = patience
    clock = .system
    let kept = environment.filter(Self.mayBeInherited)
    self.program = ChildProcess.Program(
      path: program, arguments: arguments, environment: kept + ["\(ReadyPipe.variable)=\(ReadyPipe.number)"])
  }

  /// Connects to the daemon that runs. Throws: the fact that stands in the way.
  public func find() throws(LaunchError) -> Descriptor {
    do throws(PlatformError) {
      try PrivateFolder.verify(instance.folder)
      return try UnixSocket.connect(to: instance.socket)
    } catch .noSuchFile {
      throw .noDaemon(socket: instance.socket)
    } catch {
      throw LaunchError(error)
    }
  }

  /// Connects to the daemon that runs, or to one that is started for it.
  ///
  /// Throws: the fact that stands in the way; at most one process was started.
  public func findOrStart() throws(LaunchError) -> Descriptor {
    let deadline = clock.now + patience
    do throws(PlatformError) { try PrivateFolder.make(instance.folder) } catch { throw Self.about(folder: error) }
    if let socket = try dial() { return socket }
    let lock: FileLock
    do throws(PlatformError) {
      lock = try FileLock.take(instance.startLock, patience: patience)
    } catch .locked {
      throw .startTimedOut(log: instance.log)
    } catch {
      throw Self.about(folder: error)
    }
    defer { withExtendedLifetime(lock) {} }
    if let socket = try dial() { return socket }
    try start(until: deadline)
    guard let socket = try dial() else { throw .refused(socket: instance.socket) }
    return socket
  }

  /// The connection; nil when no daemon is there.
  private func dial() throws(LaunchError) -> Descriptor? {
    do throws(PlatformError) {
      return try UnixSocket.connect(to: instance.socket)
    } catch .noSuchFile, .refused {
      return nil
    } catch {
      throw LaunchError(error)
    }
  }

  private func start(until deadline: Duration) throws(LaunchError) {
    let reading: Descriptor
    do throws(PlatformError) {
      let nothing = try Descriptor.open("/dev/null", for: .readingAndWriting)
      let log = try Descriptor.open(instance.log, for: .appending)
      let pipe = try Descriptor.pipe()
      reading = pipe.reading
      _ = try ChildProcess.start(program, descriptors: [nothing, log, log, pipe.writing])
    } catch {
      throw .startFailed(reason: "\(error)", log: instance.log)
    }
    switch ReadyPipe.wait(for: reading, until: deadline, clock) {
    case .ready, .alreadyServed: return
    case .failed(let reason): throw .startFailed(reason: reason, log: instance.log)
    case nil: throw .startTimedOut(log: instance.log)
    }
  }

  /// A folder that may not be written is told apart from a socket that may not be dialled.
  private static func about(folder error: PlatformError) -> LaunchError {
    switch error {
    case .permissionDenied(let path): .folderNotWritable(path: path)
    default: LaunchError(error)
    }
  }
}
