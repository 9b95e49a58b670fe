import Glibc
import Imaging

/// A user's model behind the cut-out's port: makes tensors of colors, and likelihoods of tensors.
struct ConfiguredModel: SegmentationModel {
  /// The path of the file that describes the model.
  let name: String
  let version: String
  let settings: CutoutModelSettings
  let tensors: any TensorModel

  var width: Int { settings.width }
  var height: Int { settings.height }

  func likelihood(
    of colors: [SIMD4<Float>], isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    do throws(TensorFailure) {
      let answer = try tensors.run(settings.tensor(of: colors), shape: settings.shape, isCancelled: isCancelled)
      return try settings.likelihood(in: answer)
    } catch {
      switch error {
      case .cancelled: throw .cancelled
      case .fault(let fault): throw .modelUnusable(name: name, detail: fault.detail)
      }
    }
  }
}

extension CutoutModelSettings {
  /// Colors as the model wants them, in `shape`.
  func tensor(of colors: [SIMD4<Float>]) -> [Float] {
    let factor = 1 / (SIMD3(repeating: scale) * std)
    let shift = mean / std
    let plane = layout == .nchw ? colors.count : 1
    let step = layout == .nchw ? 1 : 3
    var tensor = [Float](repeating: 0, count: colors.count * 3)
    for (index, color) in colors.enumerated() {
      let ordered = order == .rgb ? SIMD3(color.x, color.y, color.z) : SIMD3(color.z, color.y, color.x)
      let value = ordered * factor - shift
      for channel in 0..<3 { tensor[index * step + channel * plane] = value[channel] }
    }
    return tensor
  }

  /// The answer as one likelihood a pixel, 0...1. Throws: an answer of another shape or range.
  func likelihood(in answer: Tensor) throws(TensorFailure) -> [Float] {
    let sides = answer.shape.filter { $0 != 1 }
    guard answer.values.count == width * height, sides == [height, width] || sides == [height * width] else {
      throw .fault(
        ModelFault(
          "it answers \(shapeText(answer.shape)) numbers where \(height) × \(width) are needed, one for each pixel"))
    }
    guard answer.values.allSatisfy(\.isFinite) else {
      throw .fault(ModelFault("it answers numbers that are not finite; check 'mean', 'std' and 'scale'"))
    }
    switch output {
    case .logits: return answer.values.map { 0.5 + 0.5 * tanhf(0.5 * $0) }
    case .probability:
      if let odd = answer.values.first(where: { !Self.likelihoods.contains($0) }) {
        throw .fault(ModelFault("it answers \(odd) where a probability is 0 to 1; set 'output' to \"logits\""))
      }
      return answer.values.map { max(0, min(1, $0)) }
    }
  }

  /// Rounding may lead a little beyond 0 and 1.
  private static let likelihoods: ClosedRange<Float> = -0.01...1.01
}

/// A shape for people; -1 stands for any length.
func shapeText(_ shape: [Int]) -> String {
  shape.isEmpty ? "single" : shape.map { $0 < 0 ? "any" : "\($0)" }.joined(separator: " × ")
}
