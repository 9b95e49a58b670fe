import CShims
import Dispatch

/// A model that ONNX Runtime has loaded. It computes on the calling thread, so that its answers never depend on timing.
///
/// A class because it owns the session.
final class ONNXSession: TensorModel, @unchecked Sendable {
  // Unchecked because of a pointer that never changes and that the library lets several threads run at a time.
  private let session: OpaquePointer
  private let runtime: ONNXRuntime
  private let input: String
  private let output: String

  /// Loads the bytes of an `.onnx` file, whose first input must be able to take `shape`.
  ///
  /// Throws: what the library says of the bytes; more than one input; another shape, or numbers of another kind.
  init(_ bytes: [UInt8], takes shape: [Int], runtime: ONNXRuntime) throws(ModelFault) {
    var options: OpaquePointer?
    defer { runtime.release(KRAFD_ONNX_SESSION_OPTIONS, options) }
    try runtime.check(krafd_onnx_make_options(runtime.table, &options))
    var session: OpaquePointer?
    try runtime.check(krafd_onnx_load(runtime.table, runtime.world, bytes, bytes.count, options, &session))
    guard let session else { throw ModelFault("ONNX Runtime loads nothing") }
    do throws(ModelFault) {
      let ports = ONNXPorts(session: session, runtime: runtime)
      input = try ports.input(taking: shape)
      output = try ports.output()
    } catch {
      runtime.release(KRAFD_ONNX_SESSION, session)
      throw error
    }
    self.session = session
    self.runtime = runtime
  }

  deinit { runtime.release(KRAFD_ONNX_SESSION, session) }

  func run(
    _ values: [Float], shape: [Int], isCancelled: @escaping @Sendable () -> Bool
  ) throws(TensorFailure) -> Tensor {
    if isCancelled() { throw .cancelled }
    do throws(ModelFault) {
      return try answer(to: values, shape: shape, isCancelled: isCancelled)
    } catch {
      throw isCancelled() ? .cancelled : .fault(error)
    }
  }

  private func answer(
    to values: [Float], shape: [Int], isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> Tensor {
    var run: OpaquePointer?
    var memory: OpaquePointer?
    var given: OpaquePointer?
    var answer: OpaquePointer?
    // The tensor is made over this copy, which is let go of last.
    let copy = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
    defer {
      runtime.release(KRAFD_ONNX_VALUE, answer)
      runtime.release(KRAFD_ONNX_VALUE, given)
      runtime.release(KRAFD_ONNX_MEMORY, memory)
      runtime.release(KRAFD_ONNX_RUN_OPTIONS, run)
      copy.deallocate()
    }
    _ = copy.initialize(from: values)
    try runtime.check(krafd_onnx_make_run(runtime.table, &run))
    try runtime.check(krafd_onnx_make_memory(runtime.table, &memory))
    try runtime.check(
      krafd_onnx_make_tensor(
        runtime.table, memory, copy.baseAddress, copy.count, shape.map(Int64.init), shape.count, &given))
    let watch = RunWatch(of: run, runtime: runtime, isCancelled: isCancelled)
    defer { watch.end() }
    try runtime.check(krafd_onnx_run(runtime.table, session, run, input, given, output, &answer))
    return try tensor(in: answer)
  }

  private func tensor(in value: OpaquePointer?) throws(ModelFault) -> Tensor {
    var isTensor: Int32 = 0
    try runtime.check(krafd_onnx_is_tensor(runtime.table, value, &isTensor))
    guard isTensor != 0 else { throw ModelFault("its first output is not a tensor") }
    var shape: OpaquePointer?
    defer { runtime.release(KRAFD_ONNX_SHAPE, shape) }
    try runtime.check(krafd_onnx_value_shape(runtime.table, value, &shape))
    let ports = ONNXPorts(session: session, runtime: runtime)
    let sides = try ports.floatSides(of: shape, "output")
    var count = 1
    for side in sides {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: side)
      guard side >= 0, !isTooLarge else { throw ModelFault("its output has no size") }
      count = product
    }
    var values: UnsafeMutablePointer<Float>?
    try runtime.check(krafd_onnx_values(runtime.table, value, &values))
    return Tensor(shape: sides, values: Array(UnsafeBufferPointer(start: values, count: values == nil ? 0 : count)))
  }
}

/// Stops a run when its caller no longer wants it: asks every 20 ms, from a queue of its own.
private struct RunWatch {
  private let timer: any DispatchSourceTimer
  private static let queue = DispatchQueue(label: "krafd.onnx.watch")

  init(of run: OpaquePointer?, runtime: ONNXRuntime, isCancelled: @escaping @Sendable () -> Bool) {
    timer = DispatchSource.makeTimerSource(queue: Self.queue)
    // Safe because the handle lives until `end` has returned, and the library lets any thread stop a run.
    nonisolated(unsafe) let run = run
    timer.setEventHandler {
      if isCancelled() { try? runtime.check(krafd_onnx_stop(runtime.table, run)) }
    }
    timer.schedule(deadline: .now() + .milliseconds(20), repeating: .milliseconds(20))
    timer.activate()
  }

  /// From here on nobody touches the run.
  func end() {
    timer.cancel()
    Self.queue.sync {}
  }
}
