/// A small segmentation model, written as the bytes of an `.onnx` file, without any library: one convolution of 1 × 1 px
/// that weighs the three channels of every pixel.
///
/// Source: the message definitions of the Open Neural Network Exchange, `onnx.proto`; the numbers are its field numbers.
public struct TinyModel: Sendable {
  /// What each channel counts, in the order of the model's input.
  public var weights: [Float]
  public var bias: Float = 0

  /// The sides of the only input; -1 is any length. The last side is 3 for pixels that come one by one.
  public var input: [Int]

  /// How often the logistic function is applied to the sum: once makes a likelihood of it.
  public var sigmoids = 0

  /// 1 is 32-bit floating point; 11 is 64-bit.
  public var numberKind = 1

  /// Weights of `[r, g, b]`, for pictures of `side` × `side` px.
  public init(weights: [Float], side: Int) {
    self.weights = weights
    input = [1, 3, side, side]
  }

  /// The file.
  public var bytes: [UInt8] {
    var nodes: [[UInt8]] = []
    var name = "picture"
    func add(_ operation: String, _ inputs: [String], _ attributes: [[UInt8]] = []) {
      let next = "\(operation)-\(nodes.count)"
      nodes.append(Self.node(operation, inputs, next, attributes))
      name = next
    }
    if input.last == 3 { add("Transpose", [name], [Self.attribute("perm", [0, 3, 1, 2])]) }
    add("Conv", [name, "weights", "bias"])
    for _ in 0..<sigmoids { add("Sigmoid", [name]) }
    let graph =
      nodes.flatMap { Wire.bytes(1, $0) } + Wire.text(2, "tiny")
      + Wire.bytes(5, Self.tensor("weights", [1, 3, 1, 1], weights)) + Wire.bytes(5, Self.tensor("bias", [1], [bias]))
      + Wire.bytes(11, value("picture", input)) + Wire.bytes(12, value(name, nil))
    let operators = Wire.text(1, "") + Wire.number(2, 13)
    return Wire.number(1, 7) + Wire.text(2, "krafd tests") + Wire.bytes(7, graph) + Wire.bytes(8, operators)
  }

  private static func node(
    _ operation: String, _ inputs: [String], _ output: String, _ attributes: [[UInt8]]
  ) -> [UInt8] {
    inputs.flatMap { Wire.text(1, $0) } + Wire.text(2, output) + Wire.text(4, operation)
      + attributes.flatMap { Wire.bytes(5, $0) }
  }

  /// A list of whole numbers.
  private static func attribute(_ name: String, _ values: [UInt64]) -> [UInt8] {
    Wire.text(1, name) + values.flatMap { Wire.number(8, $0) } + Wire.number(20, 7)
  }

  private static func tensor(_ name: String, _ sides: [UInt64], _ values: [Float]) -> [UInt8] {
    let raw = values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    return sides.flatMap { Wire.number(1, $0) } + Wire.number(2, 1) + Wire.text(8, name) + Wire.bytes(9, raw)
  }

  /// An input or output; without sides its shape is left to the reader.
  private func value(_ name: String, _ sides: [Int]?) -> [UInt8] {
    let shape = (sides ?? []).flatMap { side in
      Wire.bytes(1, side < 0 ? Wire.text(2, "any") : Wire.number(1, UInt64(side)))
    }
    let tensor = Wire.number(1, UInt64(numberKind)) + (sides == nil ? [] : Wire.bytes(2, shape))
    return Wire.text(1, name) + Wire.bytes(2, Wire.bytes(1, tensor))
  }
}

/// Fields of a protocol buffer message.
private enum Wire {
  static func number(_ field: UInt64, _ value: UInt64) -> [UInt8] { variable(field << 3) + variable(value) }

  static func bytes(_ field: UInt64, _ value: [UInt8]) -> [UInt8] {
    variable(field << 3 | 2) + variable(UInt64(value.count)) + value
  }

  static func text(_ field: UInt64, _ value: String) -> [UInt8] { bytes(field, Array(value.utf8)) }

  private static func variable(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
