import Glibc

/// A program that is fed on its standard input and watched to its end. It is killed when this goes before that.
///
/// Its standard output is a pipe, whose words are thrown away and whose end tells that the program ended. Nobody waits
/// for the other for ever: the program can always write, and whoever feeds it can always give up. Writing to a program
/// that ended needs `Signals.ignoreBrokenPipes`.
public struct FedProcess: ~Copyable {
  private let child: ChildProcess
  private var input: Descriptor?
  private var output: Descriptor?
  private var isWaitedFor = false

  /// How often the caller is asked whether to go on.
  private static let glance = Duration.milliseconds(100)

  /// Why nobody waits for the program any longer.
  public enum Interruption: Error, Equatable, Sendable {
    case cancelled
    /// It took nothing and did not end for as long as the patience lasts.
    case silent
  }

  /// Starts `program`, whose standard error goes to `errors`. Throws: as `ChildProcess.start`.
  public init(_ program: ChildProcess.Program, errors: Descriptor) throws(PlatformError) {
    let (feed, words) = (try Descriptor.pipe(), try Descriptor.pipe())
    let child = try ChildProcess.start(program, descriptors: [feed.reading, words.writing, errors])
    self.child = child
    input = feed.writing
    output = words.reading
  }

  deinit {
    guard !isWaitedFor else { return }
    child.send(signal: SIGKILL)
    _ = child.wait()
  }

  /// Gives the program all of `bytes`. False when it takes no more: it ended, or closed its input.
  ///
  /// Throws: when `isCancelled` says so, or when the program takes nothing for `patience`.
  public mutating func feed(
    _ bytes: [UInt8], patience: Duration, isCancelled: () -> Bool
  ) throws(Interruption) -> Bool {
    var given = 0
    while given < bytes.count, let input {
      try wait(patience, isCancelled)
      switch bytes.withUnsafeBytes({ input.sendNow(UnsafeRawBufferPointer(rebasing: $0[given...]), isSocket: false) }) {
      case .bytes(let count): given += count
      case .wouldWait: continue
      case .closed: self.input = nil
      }
    }
    return given == bytes.count
  }

  /// Ends the program's input and waits until it ended; nil if the system does not tell how. Call it once.
  ///
  /// Throws: as `feed`; the program is then killed.
  public mutating func finish(
    patience: Duration, isCancelled: () -> Bool
  ) throws(Interruption) -> ChildProcess.Ending? {
    input = nil
    while output != nil { try wait(patience, isCancelled) }
    isWaitedFor = true
    return child.wait()
  }

  /// Waits until the program takes bytes, or wrote some, or closed one of the two.
  private mutating func wait(_ patience: Duration, _ isCancelled: () -> Bool) throws(Interruption) {
    var quiet = Duration.zero
    while !isCancelled() {
      let ready = Poll.wait(
        reading: output.map { [$0] } ?? [], writing: input.map { [$0] } ?? [], patience: Self.glance)
      if !ready.isEmpty {
        if ready.contains(0) { drain() }
        return
      }
      quiet += Self.glance
      guard quiet < patience else { throw .silent }
    }
    throw .cancelled
  }

  /// Reads what the program wrote and forgets it; at its end, forgets the pipe.
  private mutating func drain() {
    guard let output else { return }
    let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      (try? output.read(into: buffer, path: "pipe")) ?? 0
    }
    if count == 0 { self.output = nil }
  }
}
