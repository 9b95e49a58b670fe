public import Platform

/// `krafd lsp --stdio`: passes the bytes of an editor to the daemon and back, and ends as a language server ends.
public struct Bridge: Sendable {
  private let input: Descriptor
  private let output: Descriptor

  /// A bridge between an editor, which writes to `input` and reads from `output`, and a daemon.
  public init(input: Descriptor, output: Descriptor) {
    self.input = input
    self.output = output
  }

  /// Connects and passes everything on until one side ends; answers the exit code that the editor expects.
  ///
  /// When no daemon can be had, `fallback` serves the editor instead and its exit code is the answer. `parent` is the
  /// editor's process id, if it told it: the bridge ends when that process does.
  public func run(
    parent: Int32? = nil, connect: () throws(LaunchError) -> Descriptor, fallback: (LaunchError) -> Int32
  ) -> Int32 {
    let daemon: Descriptor
    do throws(LaunchError) { daemon = try connect() } catch { return fallback(error) }
    let (input, output) = (input, output)
    let life = Monitor(LifeWatch())
    let isOver = Monitor(false)
    let upward = try? WorkThread.start("to daemon") {
      Self.pass(from: input) { bytes in
        life.withLock { $0.push(bytes) }
        return (try? daemon.writeAll(bytes, path: "krafd")) != nil
      }
      daemon.endWriting()
      // The daemon answers what it can and closes; an editor that closed its end waits for nothing longer.
      _ = isOver.wait(patience: .seconds(1)) { $0 }
      daemon.hangUp()
    }
    guard let upward else { return 1 }
    upward.detach()
    if let parent { Self.watch(parent) { daemon.hangUp() } }
    let isSocket = output.isSocket
    Self.pass(from: daemon) { Self.deliver($0, to: output, isSocket, unless: daemon) }
    isOver.withLock { $0 = true }
    isOver.notify()
    return life.withLock { $0.exitCode }
  }

  /// Hands over what comes from `source` until it ends, or `take` answers false.
  private static func pass(from source: Descriptor, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while let count = try? source.read(into: buffer, path: "bridge"), count > 0 {
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self)
      guard take(UnsafeBufferPointer(bytes)) else { return }
    }
  }

  /// Writes to the editor. Once the daemon is gone, which happens when it gave up an editor that does not read, the
  /// editor has a second to take what is left; until then it may take its time.
  private static func deliver(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: Descriptor, _ isSocket: Bool, unless daemon: Descriptor
  ) -> Bool {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      switch output.sendNow(rest, isSocket: isSocket) {
      case .closed: return false
      case .bytes(let count): rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      case .wouldWait:
        let isReady = !Poll.wait(writing: [output], patience: .seconds(1)).isEmpty
        if !isReady, daemon.isAbandoned { return false }
      }
    }
    return true
  }

  private static func watch(_ parent: Int32, _ onEnd: @escaping @Sendable () -> Void) {
    let thread = try? WorkThread.start("parent") {
      ProcessWatch.waitForEnd(of: parent)
      onEnd()
    }
    thread?.detach()
  }
}
