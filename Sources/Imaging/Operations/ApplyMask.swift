/// Cuts a picture out by a mask.
///
/// - Output: the picture's size; where the mask is 255 the picture's own bytes, where it is 0 zeros, between the product's
///   color without the background's share. Alpha that the picture has is replaced by the mask.
/// - Cost: grows with the number of pixels where the mask is partial.
public struct ApplyMask: Operation {
  public static let descriptor = OperationDescriptor(
    name: "applyMask", summary: "Cuts the picture out by a mask.", parameters: [], mask: .needed)

  public init(_ parameters: OperationParameters) throws(ImagingError) {
    _ = try parameters.checked(by: Self.descriptor)
  }

  public func apply(
    to input: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    throw Self.descriptor.misfit(ofMask: false)
  }

  public func apply(
    to input: Raster, mask: Raster, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> OperationOutput {
    try input.checkIsStraight()
    let mask = try mask.mask(fitting: input, isCancelled: isCancelled)
    return OperationOutput(raster: try CleanCut.image(of: input, by: mask, isCancelled: isCancelled), mask: mask)
  }
}
