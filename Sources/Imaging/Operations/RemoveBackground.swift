/// Lifts the product off its background; what is left is transparent.
///
/// - Output: the input's size, straight alpha, and the same alpha as the mask; the notes carry confidence and reasons.
public struct RemoveBackground: Operation, Equatable {
  public static let descriptor = OperationDescriptor(
    name: "removeBackground", summary: "Lifts the product off its background and leaves the rest transparent.",
    parameters: [])

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    _ = try parameters.checked(by: Self.descriptor)
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    let result = try CutOut.automatic(from: input, isCancelled: isCancelled)
    let reasons = result.reasons.filter(\.lowersConfidence).map(\.summary)
    return OperationOutput(
      raster: result.image, mask: result.mask,
      notes: .init(confidence: result.confidence, reasons: reasons))
  }
}
