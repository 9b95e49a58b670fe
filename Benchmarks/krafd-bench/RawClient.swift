import Foundation
import RPCProtocol

/// A blocking client on the daemon's socket, as thin as a script's.
final class RawClient {
  private let socket: Int32
  private var decoder = FrameDecoder()
  private var waiting: [JSONValue] = []
  private var nextID = 1
  private var buffer = [UInt8](repeating: 0, count: 65536)

  struct Closed: Error {}

  init(path: String) throws {
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      for (index, byte) in path.utf8.prefix(107).enumerated() { place[index] = byte }
    }
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0 else { throw Closed() }
  }

  /// A client on a socket that is connected already, which it closes.
  init(owning socket: Int32) { self.socket = socket }

  deinit { close(socket) }

  /// Sends a frame made before and waits for the next one to arrive whole, without looking into it.
  func exchange(_ frame: [UInt8]) throws {
    try write(frame)
    var isComplete = false
    while !isComplete {
      let count = read(socket, &buffer, buffer.count)
      guard count > 0 else { throw Closed() }
      isComplete = !decoder.push(Array(buffer[..<count])).isEmpty
    }
  }

  /// Sends one request and answers its identifier.
  @discardableResult
  func send(_ method: String, _ params: JSONValue = [:]) throws -> Int {
    let id = nextID
    nextID += 1
    let message: JSONValue = ["jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": params]
    try write(Frame.encode(message.encoded()))
    return id
  }

  /// Sends one notification.
  func notify(_ method: String, _ params: JSONValue) throws {
    let message: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": params]
    try write(Frame.encode(message.encoded()))
  }

  /// The next message of any kind.
  func next() throws -> JSONValue {
    while waiting.isEmpty {
      let count = read(socket, &buffer, buffer.count)
      guard count > 0 else { throw Closed() }
      for event in decoder.push(Array(buffer[..<count])) {
        if case .message(let body) = event { waiting.append(try JSONValue(parsing: body)) }
      }
    }
    return waiting.removeFirst()
  }

  /// The reply to request `id`; other messages are dropped.
  func reply(to id: Int) throws -> JSONValue {
    while true {
      let message = try next()
      if message["id"] == .integer(id) { return message }
    }
  }

  /// The replies to requests that were sent together, in the order of `ids`; they may come in any.
  func replies(to ids: [Int]) throws -> [JSONValue] {
    var found: [Int: JSONValue] = [:]
    let wanted = Set(ids)
    while found.count < wanted.count {
      let message = try next()
      if let id = message["id"]?.intValue, wanted.contains(id) { found[id] = message }
    }
    return ids.compactMap { found[$0] }
  }

  /// One request and its reply.
  @discardableResult
  func call(_ method: String, _ params: JSONValue = [:]) throws -> JSONValue { try reply(to: send(method, params)) }

  private func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Closed() }
      rest = rest.dropFirst(count)
    }
  }
}
