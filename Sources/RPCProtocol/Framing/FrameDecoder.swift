/// Cuts a stream of bytes into messages, wherever the reads happen to split it.
///
/// A pure state machine. It holds at most one header or what has come of one body, within `Frame`'s limits; a length that
/// is only announced takes no memory. After a failure it holds nothing and takes nothing. The cost is linear in the
/// bytes pushed.
public struct FrameDecoder: Sendable {
  private enum State {
    case header
    case body(length: Int)
    case failed
  }

  private let maxMessageBytes: Int
  private var state = State.header
  private var header = FrameHeader()
  private var body: [UInt8] = []

  /// A decoder at the start of a stream, with a limit on a message's size in bytes.
  public init(maxMessageBytes: Int = Frame.maxMessageBytes) {
    self.maxMessageBytes = maxMessageBytes
  }

  /// Takes the next bytes and answers what they complete, in order. A failure is the last event ever.
  public mutating func push(_ bytes: [UInt8]) -> [FrameEvent] {
    bytes.withUnsafeBufferPointer { push($0) }
  }

  /// Takes the next bytes from memory that is only borrowed.
  public mutating func push(_ bytes: UnsafeBufferPointer<UInt8>) -> [FrameEvent] {
    var events: [FrameEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      switch state {
      case .failed: return events
      case .header: takeHeader(from: &rest, into: &events)
      case .body(let length): takeBody(of: length, from: &rest, into: &events)
      }
    }
    return events
  }

  /// Whether the stream stands between two messages: input may end here without losing anything.
  public var isBetweenMessages: Bool {
    if case .header = state { header.isEmpty } else { false }
  }

  private mutating func takeHeader(from rest: inout Slice<UnsafeBufferPointer<UInt8>>, into events: inout [FrameEvent])
  {
    do throws(FrameError) {
      guard let length = try header.take(from: &rest, maxMessageBytes: maxMessageBytes) else { return }
      header = FrameHeader()
      if length == 0 { events.append(.message([])) } else { state = .body(length: length) }
    } catch {
      header = FrameHeader()
      state = .failed
      events.append(.failed(error))
    }
  }

  private mutating func takeBody(
    of length: Int, from rest: inout Slice<UnsafeBufferPointer<UInt8>>, into events: inout [FrameEvent]
  ) {
    let part = rest.prefix(length - body.count)
    let needed = body.count + part.count
    if needed > body.capacity { body.reserveCapacity(min(length, max(needed, 2 * body.capacity))) }
    body.append(contentsOf: UnsafeBufferPointer(rebasing: part))
    rest = rest.dropFirst(part.count)
    guard body.count == length else { return }
    events.append(.message(body))
    body = []
    state = .header
  }
}
