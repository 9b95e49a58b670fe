import Glibc
import Synchronization

/// An HTTP server on this machine that answers as a script says, one reply a connection, and keeps what it was asked.
///
/// A class because its threads and the test share the journal. It ends with the last reference to it.
public final class StubServer: Sendable {
  /// What it does with one connection.
  public struct Reply: Sendable {
    public enum Step: Sendable {
      case send([UInt8])
      /// Nothing more, until the client goes.
      case hang
      /// Breaks the connection so that the client gets an error.
      case reset
    }

    /// Whether the request is read first.
    public var readsRequest: Bool
    public var steps: [Step]

    public init(readsRequest: Bool = true, _ steps: [Step]) {
      self.readsRequest = readsRequest
      self.steps = steps
    }
  }

  public struct Request: Sendable {
    /// The first line and the headers, as they came.
    public var head: String
    public var body: [UInt8]
    /// Whether the client went before the reply was over.
    public var wasLeft: Bool
    /// Whether the reply is over.
    public var isOver: Bool
  }

  /// `http://127.0.0.1:PORT`.
  public let url: String
  private let listener: Listener
  private let journal = Mutex<[Request]>([])
  private let script: Mutex<[Reply]>
  private let repeatsLast: Bool

  /// Answers with `replies` in their order; then with the last again where `repeatsLast`, else by closing.
  public init(_ replies: [Reply], repeatsLast: Bool = false) throws {
    script = Mutex(replies)
    self.repeatsLast = repeatsLast
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw StubFault(call: "socket", code: errno) }
    let owned = Listener(listener)
    self.listener = owned
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        bind(listener, plain, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, plain, &length) == 0
      }
    }
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    guard isBound else { throw StubFault(call: "bind", code: errno) }
    Self.thread { [weak self] in
      while true {
        let connection = accept(owned.number, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        let reply = self.nextReply()
        Self.thread { [self] in serve(connection, reply) }
      }
    }
  }

  deinit { shutdown(listener.number, Int32(SHUT_RDWR)) }

  /// Every request that was read so far, in their order. Who has an answer finds its request here.
  public var requests: [Request] { journal.withLock { $0 } }

  /// The request of this number, once its reply ended; nil when it does not come within ten seconds.
  public func request(_ number: Int) async throws -> Request? {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if requests.count > number, requests[number].isOver { return requests[number] }
      try await Task.sleep(for: .milliseconds(2))
    }
    return nil
  }

  /// A socket that is closed when neither the server nor its thread needs it: its number is not another's before.
  private final class Listener: Sendable {
    let number: Int32
    init(_ number: Int32) { self.number = number }
    deinit { close(number) }
  }

  private func nextReply() -> Reply? {
    script.withLock { script in
      if script.count == 1, repeatsLast { return script[0] }
      return script.isEmpty ? nil : script.removeFirst()
    }
  }

  private func serve(_ connection: Int32, _ reply: Reply?) {
    defer { close(connection) }
    guard let reply else { return }
    var request = Request(head: "", body: [], wasLeft: false, isOver: false)
    if reply.readsRequest { (request.head, request.body) = readRequest(connection) }
    let number = journal.withLock { journal in
      journal.append(request)
      return journal.count - 1
    }
    for step in reply.steps {
      switch step {
      case .send(let bytes):
        if !send(bytes, connection) { request.wasLeft = true }
      case .hang:
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
        request.wasLeft = true
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
      }
    }
    request.isOver = true
    journal.withLock { $0[number] = request }
  }

  private func readRequest(_ connection: Int32) -> (String, [UInt8]) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var end: Int?
    while true {
      if end == nil { end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound }
      let head = String(decoding: bytes.prefix(end ?? 0), as: UTF8.self)
      if let end, bytes.count >= end + length(in: head) { return (head, Array(bytes[end...])) }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return (head, Array(bytes.dropFirst(end ?? 0))) }
      bytes += buffer[..<count]
    }
  }

  private func length(in head: String) -> Int {
    let line = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    return line.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func thread(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(run: body))
    var handle = pthread_t()
    pthread_create(
      &handle, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    pthread_detach(handle)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

/// A system call of the stub that failed.
public struct StubFault: Error {
  public var call: String
  public var code: Int32
}

extension StubServer.Reply {
  /// A whole reply with its length.
  public static func whole(
    _ status: Int, _ body: String, type: String = "application/json", headers: [String] = []
  ) -> Self {
    let lines = ["HTTP/1.1 \(status) Word", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)"] + headers
    return Self([.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))])
  }

  /// A stream of events, each in a piece of its own, with whatever comes after them.
  public static func events(_ events: [String], then last: [Step] = []) -> Self {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    return Self([.send(Array(head.utf8))] + events.map { .send(Array("data: \($0)\n\n".utf8)) } + last)
  }
}

extension StubServer.Reply: CustomStringConvertible {
  /// The first line that it sends.
  public var description: String {
    guard case .send(let bytes)? = steps.first else { return "\(steps.count) steps" }
    return String(decoding: bytes.prefix { $0 != 13 }.prefix(60), as: UTF8.self) + ", \(steps.count) steps"
  }
}
