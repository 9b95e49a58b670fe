/// Lifts the product off its background; what is left is transparent.
///
/// - Output: the input's size, straight alpha, and the same alpha as the mask; the notes carry confidence and reasons.
public struct RemoveBackground: Operation {
  public static let descriptor = OperationDescriptor(
    name: "removeBackground", summary: "Lifts the product off its background and leaves the rest transparent.",
    parameters: HintParameters.descriptors)

  private let parameters: CheckedParameters

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    self.parameters = try parameters.checked(by: Self.descriptor)
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let hints = try HintParameters.hints(parameters, for: input)
    let result = try CutOut.find(in: input, hints: hints, isCancelled: isCancelled)
    let reasons = result.reasons.filter(\.lowersConfidence).map(\.summary)
    return OperationOutput(
      raster: result.image, mask: result.mask,
      notes: .init(confidence: result.confidence, reasons: reasons))
  }
}
