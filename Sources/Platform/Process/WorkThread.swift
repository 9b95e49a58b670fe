import CShims
import Glibc

/// A thread of the operating system with a small stack, for loops that block.
public struct WorkThread: Sendable {
  private let handle: pthread_t

  /// Starts a thread named `name` (15 bytes at most) that runs `body` once.
  ///
  /// Throws: `other` when the system has no thread left. Every thread is joined or detached by its owner.
  public static func start(
    _ name: String, stackBytes: Int = 512 << 10, _ body: @escaping @Sendable () -> Void
  ) throws(PlatformError) -> WorkThread {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    let box = Unmanaged.passRetained(Start(name: name, body: body))
    var handle = pthread_t()
    let failure = pthread_create(
      &handle, &attributes,
      { argument in
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        krafd_name_thread(start.name)
        start.body()
        return nil
      }, box.toOpaque())
    guard failure == 0 else {
      box.release()
      throw PlatformError(errno: failure, operation: "pthread_create", path: name)
    }
    return WorkThread(handle: handle)
  }

  /// Waits until the thread ended. Call it once, and not from the thread itself.
  public func join() { pthread_join(handle, nil) }

  /// Lets the thread clean up by itself. Call it instead of `join`.
  public func detach() { pthread_detach(handle) }
}

/// A class because a thread's argument is one pointer.
private final class Start: Sendable {
  let name: String
  let body: @Sendable () -> Void

  init(name: String, body: @escaping @Sendable () -> Void) {
    self.name = name
    self.body = body
  }
}
