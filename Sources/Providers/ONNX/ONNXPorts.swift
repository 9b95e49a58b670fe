import CShims

/// Asks a loaded model what it takes and what it gives.
struct ONNXPorts {
  let session: OpaquePointer
  let runtime: ONNXRuntime

  /// The name of the only input, which can take floats of `shape`. Throws: what does not fit.
  func input(taking shape: [Int]) throws(ModelFault) -> String {
    let count = try count(KRAFD_ONNX_INPUT)
    guard count == 1 else { throw ModelFault("it takes \(count) inputs where krafd has one, the photo") }
    var type: OpaquePointer?
    defer { runtime.release(KRAFD_ONNX_TYPE, type) }
    try runtime.check(krafd_onnx_describe(runtime.table, session, KRAFD_ONNX_INPUT, 0, &type))
    var inner: OpaquePointer?
    try runtime.check(krafd_onnx_type_shape(runtime.table, type, &inner))
    let sides = try floatSides(of: inner, "input")
    guard sides.count == shape.count, zip(sides, shape).allSatisfy({ $0 < 0 || $0 == $1 }) else {
      throw ModelFault(
        "it takes \(shapeText(sides)) numbers and would be given \(shapeText(shape)); set 'width', 'height' and "
          + "'layout' as the model wants them")
    }
    return try name(KRAFD_ONNX_INPUT)
  }

  /// The name of the first output. Throws: that there is none.
  func output() throws(ModelFault) -> String {
    guard try count(KRAFD_ONNX_OUTPUT) > 0 else { throw ModelFault("it has no output") }
    return try name(KRAFD_ONNX_OUTPUT)
  }

  /// The sides of a tensor of floats; -1 stands for any length. `place` is what errors call it.
  func floatSides(of shape: OpaquePointer?, _ place: String) throws(ModelFault) -> [Int] {
    guard let shape else { throw ModelFault("its \(place) is not a tensor") }
    var kind: Int32 = 0
    try runtime.check(krafd_onnx_number_kind(runtime.table, shape, &kind))
    guard Int(kind) == KRAFD_ONNX_FLOAT else {
      throw ModelFault("its \(place) is not of 32-bit floating point numbers; export the model with float32")
    }
    var rank = 0
    try runtime.check(krafd_onnx_rank(runtime.table, shape, &rank))
    guard rank <= Self.maxRank else { throw ModelFault("its \(place) has \(rank) dimensions") }
    var sides = [Int64](repeating: 0, count: rank)
    try runtime.check(krafd_onnx_sides(runtime.table, shape, &sides, rank))
    return sides.map(Int.init)
  }

  /// More dimensions than any picture has.
  private static let maxRank = 16

  private func count(_ side: krafd_onnx_side) throws(ModelFault) -> Int {
    var count = 0
    try runtime.check(krafd_onnx_count(runtime.table, session, side, &count))
    return count
  }

  private func name(_ side: krafd_onnx_side) throws(ModelFault) -> String {
    var name = [CChar](repeating: 0, count: 1024)
    try runtime.check(krafd_onnx_name(runtime.table, session, side, 0, &name, name.count))
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
