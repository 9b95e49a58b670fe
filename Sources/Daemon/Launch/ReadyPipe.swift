public import Platform

/// The one line by which a starting daemon tells who started it how it went.
public enum ReadyLine: Equatable, Sendable {
  /// The daemon serves the socket.
  case ready(socket: String)
  /// Another daemon serves the socket already.
  case alreadyServed(socket: String)
  case failed(reason: String)

  /// The line without its end.
  var text: String {
    switch self {
    case .ready(let socket): "ready \(socket)"
    case .alreadyServed(let socket): "served \(socket)"
    case .failed(let reason): "failed \(reason)"
    }
  }

  /// Reads what `text` writes; nil for anything else.
  init?(_ text: String) {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let rest = String(text[text.index(after: space)...])
    switch text[..<space] {
    case "ready": self = .ready(socket: rest)
    case "served": self = .alreadyServed(socket: rest)
    case "failed": self = .failed(reason: rest)
    default: return nil
    }
  }
}

/// The pipe that carries a `ReadyLine` from a daemon to the client that started it.
public enum ReadyPipe {
  /// The environment variable that tells the daemon the pipe's descriptor.
  static let variable = "KRAFD_READY"

  /// The descriptor that the daemon finds the pipe at.
  static let number: Int32 = 3

  /// The pipe to write to; nil when nobody waits for this process to get ready.
  public static func fromEnvironment() -> Descriptor? {
    guard CurrentProcess.variable(variable) == "\(number)" else { return nil }
    CurrentProcess.unset(variable)
    return Descriptor(owning: number)
  }

  /// Says how the start went. Who waits may be gone; that does not matter.
  static func tell(_ line: ReadyLine, on pipe: Descriptor) {
    let text = String(line.text.map { $0.isNewline ? " " : $0 }.prefix(2000))
    try? pipe.writeAll((text + "\n").utf8, path: "ready pipe")
  }

  /// Waits for the line, at most until `deadline`. Nil when the deadline passed; `failed` when the daemon ended.
  static func wait(for pipe: Descriptor, until deadline: Duration, _ clock: MonotonicClock) -> ReadyLine? {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let left = deadline - clock.now
      guard left > .zero, !Poll.wait(reading: [pipe], patience: left).isEmpty else { return nil }
      let count = (try? pipe.read(into: buffer, path: "ready pipe")) ?? 0
      bytes += buffer[..<count]
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        return ReadyLine(String(decoding: bytes[..<end], as: UTF8.self)) ?? .failed(reason: "it said nothing sensible")
      }
      if count == 0 || bytes.count > 10_000 { return .failed(reason: "it ended before it was ready") }
    }
  }
}
