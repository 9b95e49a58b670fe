/// A model that takes one tensor of floats and answers another; a tensor's numbers lie row by row, the last side first.
protocol TensorModel: Sendable {
  /// Runs the model. The same input always gives the same output; several threads may run it at a time.
  ///
  /// - Throws: `TensorFailure`, soon after `isCancelled` answers true.
  func run(
    _ values: [Float], shape: [Int], isCancelled: @escaping @Sendable () -> Bool
  ) throws(TensorFailure) -> Tensor
}

/// What a model answered. The product of the sides is the number of values.
struct Tensor: Sendable, Equatable {
  var shape: [Int]
  var values: [Float]
}

/// Why a model gave no answer.
enum TensorFailure: Error, Equatable {
  case cancelled
  /// As in `ModelFault`.
  case fault(ModelFault)
}
