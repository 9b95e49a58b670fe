internal import CShims

/// One call of a codec in C: its questions whether to stop, the bytes it hands over, and how it ended.
final class CodecCall {
  private let format: ImageFormat
  private let watch: Watch
  private var stopReason: ImagingError?

  /// What the codec has handed over so far.
  private(set) var output: [UInt8] = []

  init(format: ImageFormat, watch: Watch) {
    self.format = format
    self.watch = watch
  }

  /// Runs `body` with the context for the three C callbacks, which live as long as the call.
  ///
  /// - Throws: why the caller wanted to stop, or `damaged` with the codec's words and place.
  func run(_ body: (_ context: UnsafeMutableRawPointer, _ fault: inout krafd_fault) -> Void) throws(ImagingError) {
    var fault = krafd_fault()
    withExtendedLifetime(self) { body(Unmanaged.passUnretained(self).toOpaque(), &fault) }
    if let stopReason { throw stopReason }
    guard fault.outcome == KRAFD_DONE.rawValue else {
      throw .damaged(format: format.rawValue, detail: Self.text(of: &fault), byte: fault.byte)
    }
  }

  static let poll: krafd_poll = { context in
    guard let context else { return 0 }
    let call = Unmanaged<CodecCall>.fromOpaque(context).takeUnretainedValue()
    call.stopReason = call.watch.reason
    return call.stopReason == nil ? 0 : 1
  }

  static let sink: krafd_sink = { context, bytes, count in
    guard let context else { return }
    let call = Unmanaged<CodecCall>.fromOpaque(context).takeUnretainedValue()
    call.output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  private static func text(of fault: inout krafd_fault) -> String {
    withUnsafeBytes(of: &fault.detail) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Makes an array whose bytes `fill` writes; `fill` must write them all, or throw.
  static func filled(
    count: Int, by fill: (UnsafeMutablePointer<UInt8>) throws(ImagingError) -> Void
  ) throws(ImagingError) -> [UInt8] {
    var failure: ImagingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      do throws(ImagingError) {
        try fill(start)
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
