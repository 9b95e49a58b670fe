import CShims
import Glibc

/// A socket that accepts connections of its own user only.
public final class UnixListener: Sendable {
  /// The socket itself, to be polled.
  public let socket: Descriptor
  /// The name that clients dial.
  public let path: String

  private init(socket: Descriptor, path: String) {
    self.socket = socket
    self.path = path
  }

  /// Listens at `path`, replacing a file of that name: only the holder of the instance's lock may call this.
  ///
  /// The socket is bound to a temporary name, closed to others and made to listen before it gets its real name, so
  /// whoever finds the name can connect. The mode is set explicitly, because the umask belongs to the whole process.
  /// Throws: `pathTooLong`, else the fact behind `errno`; the old file is then untouched.
  public static func listen(at path: String) throws(PlatformError) -> UnixListener {
    let socket = try UnixSocket.make(path)
    let short = String(UInt32.random(in: .min ... .max), radix: 36)
    let temporary = Path.join(Path.folder(of: path), "." + short)
    guard path.utf8.count <= UnixSocket.maxPathBytes else {
      throw .pathTooLong(path: path, maxBytes: UnixSocket.maxPathBytes)
    }
    fchmod(socket.number, 0o600)
    let bound = try UnixSocket.withAddress(temporary) { bind(socket.number, $0, $1) }
    guard bound == 0 else { throw .last("bind", path) }
    guard chmod(temporary, 0o600) == 0, Glibc.listen(socket.number, 128) == 0, rename(temporary, path) == 0 else {
      let failure = PlatformError.last("listen", path)
      unlink(temporary)
      throw failure
    }
    return UnixListener(socket: socket, path: path)
  }

  /// Takes the next waiting connection; nil when the peer was another user (it is closed) or went away again.
  ///
  /// Blocks while nobody waits. Throws: the fact behind `errno`, for example when descriptors are used up.
  public func accept() throws(PlatformError) -> Descriptor? {
    let number = retrying { krafd_accept(socket.number) }
    guard number >= 0 else {
      if errno == ECONNABORTED || errno == EAGAIN { return nil }
      throw .last("accept", path)
    }
    let peer = Descriptor(owning: number)
    return krafd_peer_uid(number) == geteuid() ? peer : nil
  }

  /// Takes the name away, so that nobody finds the socket any more. Only for who still holds the instance's lock.
  public func remove() { unlink(path) }
}
