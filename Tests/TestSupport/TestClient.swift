public import Platform
import RPCProtocol

/// An editor for tests: it talks to krafd over a socket, a pair of pipes or a process, with a deadline for everything,
/// and tells the whole conversation when something fails.
///
/// Waiting never blocks a thread of the cooperative pool, which the daemon under test needs for itself.
public final class TestClient: Sendable {
  let input: Descriptor
  let output: Descriptor
  let patience: Duration
  let conversation = Monitor(Conversation())
  private let process: ChildProcess?

  /// A client that reads from `input` and writes to `output`; `patience` is the deadline for each wait.
  public init(
    input: Descriptor, output: Descriptor, patience: Duration = .seconds(60), process: ChildProcess? = nil
  ) throws {
    self.input = input
    self.output = output
    self.patience = patience
    self.process = process
    let conversation = conversation
    try WorkThread.start("test client") { Self.read(from: input, into: conversation) }.detach()
  }

  /// A client of the listener at `path`.
  public convenience init(socket path: String) throws {
    let socket = try UnixSocket.connect(to: path)
    try self.init(input: socket, output: socket)
  }

  /// A client that starts `program` and talks to its standard streams; errors go to this process's own.
  public convenience init(program: ChildProcess.Program) throws {
    let down = try Descriptor.pipe()
    let up = try Descriptor.pipe()
    let process = try ChildProcess.start(program, descriptors: [down.reading, up.writing, try Descriptor.copy(of: 2)])
    try self.init(input: up.reading, output: down.writing, process: process)
  }

  deinit { input.hangUp() }

  /// Hangs up, so that krafd sees the end of input and a vanished reader.
  public func vanish() { input.hangUp() }

  /// Ends the writing side of a socket: krafd sees the end of input and can still answer.
  public func endInput() { output.endWriting() }

  /// Waits until the process that this client started has ended.
  public func processEnding() -> ChildProcess.Ending? { process?.wait() }

  private static func read(from input: Descriptor, into conversation: Monitor<Conversation>) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var decoder = FrameDecoder()
    while let count = try? input.read(into: buffer, path: "krafd"), count > 0 {
      let events = decoder.push(Array(buffer[..<count]))
      conversation.withLock { conversation in
        for event in events { conversation.receive(event) }
        conversation.wakeAll()
      }
    }
    conversation.withLock { conversation in
      conversation.isOver = true
      conversation.wakeAll()
    }
  }
}
