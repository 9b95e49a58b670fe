import CShims
import Glibc

extension Descriptor {
  /// Wakes every thread that reads or writes this socket: they see the end. Does nothing to other descriptors.
  public func hangUp() { shutdown(number, Int32(SHUT_RDWR)) }

  /// Tells the peer of this socket that nothing more will come, while still reading from it.
  public func endWriting() { shutdown(number, Int32(SHUT_WR)) }

  /// Whether this is a socket, rather than a pipe, a terminal or a file.
  public var isSocket: Bool {
    var status = stat()
    return fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }

  /// A pipe: what is written to the second can be read from the first.
  public static func pipe() throws(PlatformError) -> (reading: Descriptor, writing: Descriptor) {
    var numbers: [Int32] = [-1, -1]
    guard krafd_pipe(&numbers) == 0 else { throw .last("pipe", "") }
    return (Descriptor(owning: numbers[0]), Descriptor(owning: numbers[1]))
  }

  /// Another number for the same open file, closed on its own.
  public static func copy(of number: Int32) throws(PlatformError) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { throw .last("fcntl", "descriptor \(number)") }
    return Descriptor(owning: copy)
  }

  /// Whether the other end of this socket is closed, also while bytes from it are still unread.
  public var isAbandoned: Bool {
    var entry = pollfd(fd: number, events: 0, revents: 0)
    return poll(&entry, 1, 0) == 1 && entry.revents & Int16(POLLHUP | POLLERR) != 0
  }

  /// How far a write that does not wait came.
  public enum Sent: Equatable, Sendable {
    case bytes(Int)
    /// The peer does not read at present.
    case wouldWait
    /// The peer is gone.
    case closed
  }

  /// Writes as much of `bytes` as goes without waiting, on a socket (`isSocket`) or on anything else.
  public func sendNow(_ bytes: UnsafeRawBufferPointer, isSocket: Bool) -> Sent {
    let count: Int
    if isSocket {
      count = retrying { send(number, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL)) }
    } else {
      // A pipe that is ready takes PIPE_BUF bytes. Making it non-blocking would do so for all who share it.
      guard Poll.wait(writing: [self], patience: .zero) == [0] else { return .wouldWait }
      count = retrying { write(number, bytes.baseAddress, min(bytes.count, Int(PIPE_BUF))) }
    }
    if count >= 0 { return .bytes(count) }
    return errno == EAGAIN || errno == ENOBUFS ? .wouldWait : .closed
  }

  /// Takes what this socket gets within `patience`, without sleeping meanwhile. Answers how much, 0 at the end, or nil
  /// when nothing came; other failures also answer nil, and a `read` will tell them.
  public func receive(into buffer: UnsafeMutableRawBufferPointer, watching patience: Duration) -> Int? {
    let clock = MonotonicClock.system
    let end = clock.now + patience
    repeat {
      let count = recv(number, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      if count >= 0 { return count }
      guard errno == EAGAIN || errno == EINTR else { return nil }
    } while clock.now < end
    return nil
  }

  /// Wakes a thread that reads this socket: it sees the end, while what is written still arrives.
  public func endReading() { shutdown(number, Int32(SHUT_RD)) }

  func setSendTimeout(_ timeout: Duration) {
    let parts = timeout.components
    var value = timeval(tv_sec: Int(parts.seconds), tv_usec: Int(parts.attoseconds / 1_000_000_000_000))
    setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &value, socklen_t(MemoryLayout<timeval>.size))
  }
}
