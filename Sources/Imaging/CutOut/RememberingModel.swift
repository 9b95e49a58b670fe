internal import Synchronization

/// A model that is not asked the same twice in a row: the look for the place and the look at the product are one when the
/// product fills the photo.
///
/// A class because both looks share the memory; it lives as long as one cut-out.
final class RememberingModel: SegmentationModel {
  private let model: any SegmentationModel
  private let last = Mutex<(colors: [SIMD4<Float>], answer: [Float])?>(nil)

  init(_ model: any SegmentationModel) { self.model = model }

  var name: String { model.name }
  var version: String { model.version }
  var width: Int { model.width }
  var height: Int { model.height }

  func likelihood(
    of colors: [SIMD4<Float>], isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    if let known = last.withLock({ $0 }), known.colors == colors { return known.answer }
    let answer = try model.likelihood(of: colors, isCancelled: isCancelled)
    last.withLock { $0 = (colors, answer) }
    return answer
  }
}
