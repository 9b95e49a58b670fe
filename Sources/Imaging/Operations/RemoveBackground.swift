/// Lifts the product off its background; what is left is transparent.
///
/// - Output: the input's size, straight alpha, and the same alpha as the mask; the notes carry confidence and reasons.
public struct RemoveBackground: SegmentingOperation {
  public static let descriptor = OperationDescriptor(
    name: "removeBackground", summary: "Lifts the product off its background and leaves the rest transparent.",
    parameters: HintParameters.descriptors)

  /// What says which pixels stand out; nil for the network that krafd brings along.
  public var model: (any SegmentationModel)?

  private let hints: HintParameters

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    hints = try HintParameters(try parameters.checked(by: Self.descriptor))
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let result = try CutOut.find(
      in: input, hints: try hints.hints(for: input), model: model, isCancelled: isCancelled)
    let reasons = result.reasons.filter(\.lowersConfidence).map(\.summary)
    return OperationOutput(
      raster: result.image, mask: result.mask,
      notes: .init(confidence: result.confidence, reasons: reasons))
  }

  /// The cut-out with pictures of all stages. Throws: as `apply`.
  public func explained(_ input: Raster) throws(ImagingError) -> (cutout: CutOut, stages: [CutOut.Stage]) {
    try CutOut.explained(input, hints: try hints.hints(for: input), model: model)
  }
}
