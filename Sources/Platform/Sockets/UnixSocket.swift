import CShims
import Glibc

/// Stream sockets that have a name in the file system.
public enum UnixSocket {
  /// The longest path that fits into a socket address, without its final zero.
  public static let maxPathBytes = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  /// Connects to the listener at `path`, waiting at most `patience` when its queue is full.
  ///
  /// Throws: `noSuchFile`, `refused` when nobody listens, `permissionDenied`, `pathTooLong`, `timedOut`,
  /// `wrongOwner` when the listener runs as another user, else the fact behind `errno`.
  public static func connect(to path: String, patience: Duration = .seconds(2)) throws(PlatformError) -> Descriptor {
    let socket = try make(path)
    socket.setSendTimeout(patience)
    let result = try withAddress(path) { address, length in
      retrying { Glibc.connect(socket.number, address, length) }
    }
    guard result == 0 else { throw errno == EAGAIN ? .timedOut(operation: "connect") : .last("connect", path) }
    socket.setSendTimeout(.zero)
    guard krafd_peer_uid(socket.number) == geteuid() else { throw .wrongOwner(path: path) }
    return socket
  }

  /// Two connected sockets, for talking within a process.
  public static func pair() throws(PlatformError) -> (Descriptor, Descriptor) {
    var numbers: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &numbers) == 0 else {
      throw .last("socketpair", "")
    }
    return (Descriptor(owning: numbers[0]), Descriptor(owning: numbers[1]))
  }

  static func make(_ path: String) throws(PlatformError) -> Descriptor {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .last("socket", path) }
    return Descriptor(owning: number)
  }

  static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) throws(PlatformError) -> Result {
    let bytes = Array(path.utf8)
    guard bytes.count <= maxPathBytes else { throw .pathTooLong(path: path, maxBytes: maxPathBytes) }
    guard !bytes.isEmpty, !bytes.contains(0) else { throw .noSuchFile(path: path) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}
