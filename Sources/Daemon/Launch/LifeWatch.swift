import RPCProtocol

/// Follows what an editor sends through the bridge, as far as it decides the exit code.
struct LifeWatch: Sendable {
  /// No message that matters here is longer; longer ones are not parsed.
  private static let maxBytes = 1000

  private var decoder = FrameDecoder()
  private var sawShutdown = false

  /// 0 only after `shutdown`.
  var exitCode: Int32 { sawShutdown ? 0 : 1 }

  /// Takes the next bytes that the editor sent.
  mutating func push(_ bytes: UnsafeBufferPointer<UInt8>) {
    for case .message(let body) in decoder.push(bytes) where body.count <= Self.maxBytes {
      if case .single(.message(.request(_, "shutdown", _))) = RPCBody(parsing: body) { sawShutdown = true }
    }
  }
}
